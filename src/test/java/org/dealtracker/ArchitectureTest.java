package org.dealtracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the packages: who may know whom. An arrow that is not drawn here fails the build. */
@AnalyzeClasses(packages = "org.dealtracker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;

    /** What a file over the limit must say in a comment, followed by its reason. */
    private static final String REASON = "Longer than 300 lines because";

    @ArchTest
    static final ArchRule ARROWS_ARE_ONLY_THOSE_DRAWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("uncertain")
            .definedBy("org.dealtracker.uncertain..")
            .layer("http")
            .definedBy("org.dealtracker.http..")
            .layer("text")
            .definedBy("org.dealtracker.text..")
            .layer("log")
            .definedBy("org.dealtracker.log..")
            .layer("source")
            .definedBy("org.dealtracker.source..")
            .layer("party")
            .definedBy("org.dealtracker.party..")
            .layer("agreement")
            .definedBy("org.dealtracker.agreement..")
            .layer("engagement")
            .definedBy("org.dealtracker.engagement..")
            .layer("assessment")
            .definedBy("org.dealtracker.assessment..")
            .layer("restriction")
            .definedBy("org.dealtracker.restriction..")
            .layer("evidence")
            .definedBy("org.dealtracker.evidence..")
            .layer("search")
            .definedBy("org.dealtracker.search..")
            .layer("relation")
            .definedBy("org.dealtracker.relation..")
            .layer("intake")
            .definedBy("org.dealtracker.intake..")
            .layer("stats")
            .definedBy("org.dealtracker.stats..")
            .layer("wording")
            .definedBy("org.dealtracker.wording..")
            .layer("cite")
            .definedBy("org.dealtracker.cite..")
            .layer("atom")
            .definedBy("org.dealtracker.atom..")
            .layer("snapshot")
            .definedBy("org.dealtracker.snapshot..")
            .layer("export")
            .definedBy("org.dealtracker.export..")
            .layer("access")
            .definedBy("org.dealtracker.access..")
            .layer("embedded")
            .definedBy("org.dealtracker.embedded..")
            .layer("vocabulary")
            .definedBy("org.dealtracker.vocabulary..")
            .layer("openapi")
            .definedBy("org.dealtracker.openapi..")
            .layer("docs")
            .definedBy("org.dealtracker.docs..")
            .whereLayer("uncertain")
            .mayNotAccessAnyLayer()
            .whereLayer("http")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("log")
            .mayOnlyAccessLayers("http", "text")
            .whereLayer("source")
            .mayOnlyAccessLayers("http", "log", "uncertain")
            .whereLayer("party")
            .mayOnlyAccessLayers("http", "log", "uncertain", "source")
            .whereLayer("agreement")
            .mayOnlyAccessLayers("http", "log", "uncertain", "source", "party")
            .whereLayer("engagement")
            .mayOnlyAccessLayers("http", "log", "uncertain", "source", "agreement")
            .whereLayer("assessment")
            .mayOnlyAccessLayers("http", "log", "uncertain", "source", "agreement")
            .whereLayer("restriction")
            .mayOnlyAccessLayers("http", "log", "uncertain", "source", "agreement")
            .whereLayer("evidence")
            .mayOnlyAccessLayers(
                    "http",
                    "log",
                    "uncertain",
                    "source",
                    "party",
                    "agreement",
                    "engagement",
                    "assessment",
                    "restriction")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("stats", "cite", "export")
            .whereLayer("stats")
            .mayOnlyAccessLayers("http", "log", "uncertain", "agreement", "evidence")
            .whereLayer("stats")
            .mayOnlyBeAccessedByLayers("vocabulary")
            .whereLayer("search")
            .mayOnlyAccessLayers("http", "log", "text", "uncertain", "source", "party", "agreement")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("vocabulary")
            .whereLayer("relation")
            .mayOnlyAccessLayers("http", "log", "uncertain", "agreement", "engagement", "assessment")
            .whereLayer("relation")
            .mayOnlyBeAccessedByLayers("vocabulary")
            .whereLayer("intake")
            .mayOnlyAccessLayers(
                    "http", "log", "source", "party", "agreement", "engagement", "assessment", "restriction")
            .whereLayer("intake")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("wording")
            .mayOnlyAccessLayers("http", "log", "agreement")
            .whereLayer("wording")
            .mayOnlyBeAccessedByLayers("atom", "cite")
            .whereLayer("cite")
            .mayOnlyAccessLayers(
                    "http",
                    "log",
                    "uncertain",
                    "source",
                    "party",
                    "agreement",
                    "engagement",
                    "assessment",
                    "restriction",
                    "evidence",
                    "wording")
            .whereLayer("atom")
            .mayOnlyAccessLayers("http", "log", "agreement", "wording")
            .whereLayer("atom")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("snapshot")
            .mayOnlyAccessLayers("http", "log", "export")
            .whereLayer("snapshot")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("export")
            .mayOnlyAccessLayers("http", "log", "uncertain", "source", "party", "agreement", "evidence", "cite")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("vocabulary", "snapshot", "docs")
            .whereLayer("access")
            .mayOnlyAccessLayers("http", "log")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("vocabulary")
            .whereLayer("vocabulary")
            .mayOnlyAccessLayers(
                    "http",
                    "log",
                    "export",
                    "uncertain",
                    "source",
                    "party",
                    "agreement",
                    "engagement",
                    "assessment",
                    "restriction",
                    "access",
                    "stats",
                    "search",
                    "relation")
            .whereLayer("vocabulary")
            .mayOnlyBeAccessedByLayers("openapi", "docs")
            .whereLayer("openapi")
            .mayOnlyAccessLayers("http", "log", "agreement", "vocabulary")
            .whereLayer("openapi")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("docs")
            .mayOnlyAccessLayers("http", "vocabulary", "export")
            .whereLayer("docs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("embedded")
            .mayNotAccessAnyLayer()
            .whereLayer("embedded")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.dealtracker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_VALUES_NEED_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("org.dealtracker.uncertain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson.annotation..", "org.dealtracker.uncertain..");

    @ArchTest
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(anyOf(PermitAll.class.getName(), RolesAllowed.class.getName()));

    @ArchTest
    static final ArchRule ONLY_THE_LOG_TOUCHES_THE_DATABASE_OF_RECORDS = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.dealtracker.source..",
                    "org.dealtracker.party..",
                    "org.dealtracker.agreement..",
                    "org.dealtracker.engagement..",
                    "org.dealtracker.assessment..",
                    "org.dealtracker.restriction..",
                    "org.dealtracker.evidence..",
                    "org.dealtracker.intake..",
                    "org.dealtracker.stats..",
                    "org.dealtracker.atom..",
                    "org.dealtracker.wording..",
                    "org.dealtracker.cite..",
                    "org.dealtracker.export..",
                    "org.dealtracker.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "io.agroal..");

    private static DescribedPredicate<JavaAnnotation<?>> anyOf(String... annotations) {
        return DescribedPredicate.describe(
                "@PermitAll or @RolesAllowed",
                annotation ->
                        List.of(annotations).contains(annotation.getRawType().getName()));
    }

    @Test
    void noFileIsLongerThanAScreenfulOfScreensWithoutAReason() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources).hasSizeGreaterThan(50);
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            boolean explained = lines.stream().anyMatch(line -> line.contains(REASON));
            assertThat(explained ? 0 : lines.size()).as("lines of %s", source).isLessThanOrEqualTo(LONGEST_FILE);
        }
    }
}
