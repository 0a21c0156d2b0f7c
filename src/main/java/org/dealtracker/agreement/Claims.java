package org.dealtracker.agreement;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All live claims of an agreement, by their kind. Immutable; rendered as one array for each kind. */
public final class Claims {
    static final Claims NONE = new Claims(new EnumMap<>(ClaimKind.class));

    private final Map<ClaimKind, List<Claim>> byKind;

    private Claims(Map<ClaimKind, List<Claim>> byKind) {
        this.byKind = byKind;
    }

    public List<Claim> of(ClaimKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    public List<Claim> all() {
        List<Claim> all = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            all.addAll(of(kind));
        }
        return all;
    }

    Optional<Claim> find(ClaimKind kind, UUID id) {
        return of(kind).stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    Claims with(ClaimKind kind, List<Claim> claims) {
        Map<ClaimKind, List<Claim>> other = new EnumMap<>(ClaimKind.class);
        other.putAll(byKind);
        other.put(kind, List.copyOf(claims));
        return new Claims(other);
    }

    Claims map(UnaryOperator<Claim> each) {
        Claims mapped = this;
        for (ClaimKind kind : ClaimKind.values()) {
            mapped = mapped.with(kind, of(kind).stream().map(each).toList());
        }
        return mapped;
    }

    @JsonAnyGetter
    Map<String, List<Claim>> rendered() {
        Map<String, List<Claim>> rendered = new LinkedHashMap<>();
        for (ClaimKind kind : ClaimKind.values()) {
            rendered.put(kind.collection(), of(kind));
        }
        return rendered;
    }
}
