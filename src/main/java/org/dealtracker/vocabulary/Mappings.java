package org.dealtracker.vocabulary;

import java.util.List;
import org.dealtracker.agreement.Category;

/**
 * How other registers class what we class as a category; where theirs are finer or coarser than ours, all that can be
 * meant. Empty where they have no place for it.
 *
 * @param sipri armament categories of SIPRI's Arms Transfers Database (its "Sources and methods")
 * @param unRegister categories of the UN Register of Conventional Arms: I to VII, and small arms and light weapons
 * @param munitionsList entries of the EU Common Military List and the Wassenaar Munitions List, whose numbers agree
 */
public record Mappings(List<String> sipri, List<String> unRegister, List<String> munitionsList) {
    private static final String SALW = "small arms and light weapons";

    /** A switch without a default, so that a new category does not compile until somebody has looked it up. */
    static Mappings of(Category category) {
        return switch (category) {
            case COMBAT_AIRCRAFT -> new Mappings(List.of("Aircraft"), List.of("IV"), List.of("ML10"));
            // A trainer counts in the register when it is armed or equipped to be.
            case TRAINER_AIRCRAFT -> new Mappings(List.of("Aircraft"), List.of("IV"), List.of("ML10"));
            case TRANSPORT_AIRCRAFT -> new Mappings(List.of("Aircraft"), List.of(), List.of("ML10"));
            case OTHER_AIRCRAFT, AIRCRAFT_UNSPECIFIED ->
                new Mappings(List.of("Aircraft"), List.of("IV", "V"), List.of("ML10"));
            case HELICOPTER -> new Mappings(List.of("Aircraft"), List.of("V"), List.of("ML10"));
            // Category IV b holds unmanned combat aerial vehicles of fixed wing, V b those of rotary wing.
            case UAV -> new Mappings(List.of("Aircraft"), List.of("IV", "V"), List.of("ML10"));
            case MAIN_BATTLE_TANK -> new Mappings(List.of("Armoured vehicles"), List.of("I"), List.of("ML6"));
            case ARMOURED_VEHICLE -> new Mappings(List.of("Armoured vehicles"), List.of("II"), List.of("ML6"));
            case ARTILLERY -> new Mappings(List.of("Artillery"), List.of("III"), List.of("ML2"));
            case LAND_UNSPECIFIED ->
                new Mappings(
                        List.of("Armoured vehicles", "Artillery"), List.of("I", "II", "III"), List.of("ML2", "ML6"));
            case AIR_DEFENCE ->
                new Mappings(List.of("Air defence systems"), List.of("III", "VII"), List.of("ML2", "ML4", "ML5"));
            case MISSILE -> new Mappings(List.of("Missiles"), List.of("VII"), List.of("ML4"));
            case SHIP -> new Mappings(List.of("Ships"), List.of("VI"), List.of("ML9"));
            case SUBMARINE -> new Mappings(List.of("Ships"), List.of("VI"), List.of("ML9"));
            case NAVAL_WEAPON -> new Mappings(List.of("Naval weapons"), List.of("III", "VII"), List.of("ML2", "ML4"));
            case ANTI_SUBMARINE_WEAPON ->
                new Mappings(List.of("Anti-submarine warfare weapons"), List.of(), List.of("ML4", "ML9"));
            case NAVAL_UNSPECIFIED ->
                new Mappings(
                        List.of("Ships", "Naval weapons", "Anti-submarine warfare weapons"),
                        List.of("VI", "VII"),
                        List.of("ML4", "ML9"));
            case SENSOR -> new Mappings(List.of("Sensors"), List.of(), List.of("ML5", "ML9", "ML11", "ML15"));
            case ELECTRONIC_WARFARE -> new Mappings(List.of("Sensors", "Other"), List.of(), List.of("ML11"));
            case ENGINE -> new Mappings(List.of("Engines"), List.of(), List.of("ML6", "ML9", "ML10"));
            case SATELLITE -> new Mappings(List.of("Satellites"), List.of(), List.of("ML11"));
            case SMALL_ARMS -> new Mappings(List.of(), List.of(SALW), List.of("ML1", "ML2"));
            case AMMUNITION -> new Mappings(List.of(), List.of(), List.of("ML3", "ML4"));
            case TRAINING_EQUIPMENT -> new Mappings(List.of("Other"), List.of(), List.of("ML14"));
            case OTHER ->
                new Mappings(
                        List.of("Other"),
                        List.of(),
                        List.of("ML7", "ML8", "ML12", "ML13", "ML16", "ML17", "ML18", "ML19", "ML20", "ML21", "ML22"));
            case UNSPECIFIED -> new Mappings(List.of(), List.of(), List.of());
        };
    }
}
