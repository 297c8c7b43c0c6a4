package io.muster.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.muster", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule apiKnowsNeitherTimefoldNorDrools = noClasses()
            .that()
            .resideInAPackage("io.muster.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.timefold..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule springStaysInApi = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.api.service..")
            .and()
            .doNotHaveSimpleName("ServeSubcommand")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule timefoldStaysInTheSolver = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.solver..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.timefold..");

    @ArchTest
    static final ArchRule droolsStaysInTheRules = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule dataKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("io.muster.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.muster.rules..", "io.muster.solver..", "io.muster.api..");

    @ArchTest
    static final ArchRule rulesKnowDataOnly = noClasses()
            .that()
            .resideInAPackage("io.muster.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.muster.solver..", "io.muster.api..");

    @ArchTest
    static final ArchRule auditorSharesNoCodeWithTheSolver = noClasses()
            .that()
            .resideInAPackage("io.muster.solver.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.muster.solver",
                    "io.muster.solver.problem..",
                    "io.muster.solver.state..",
                    "io.muster.solver.construct..",
                    "io.muster.solver.model..",
                    "io.muster.solver.constraint..",
                    "io.muster.solver.search..",
                    "ai.timefold..");

    @ArchTest
    static final ArchRule solverDoesNotLeanOnTheAuditor = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.muster.solver",
                    "io.muster.solver.problem..",
                    "io.muster.solver.state..",
                    "io.muster.solver.construct..",
                    "io.muster.solver.model..",
                    "io.muster.solver.constraint..",
                    "io.muster.solver.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.muster.solver.check..");

    @ArchTest
    static final ArchRule commandLineOnlyTranslates = noClasses()
            .that()
            .resideInAPackage("io.muster.api.cli..")
            .and()
            .doNotHaveSimpleName("Services")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.muster.data.io..", "io.muster.data.sample..", "io.muster.solver");

    @ArchTest
    static final ArchRule nothingDependsOnTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.api.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.muster.api.cli..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.api.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyTheCommandLineIsTheProgram =
            classes().that().haveSimpleName("MusterMain").should().resideInAPackage("io.muster.api.cli");

    @ArchTest
    static final ArchRule packagesOfTheApiHaveNoCycles =
            slices().matching("io.muster.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheServiceHaveNoCycles =
            slices().matching("io.muster.api.service.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfDataHaveNoCycles =
            slices().matching("io.muster.data.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheSolverHaveNoCycles =
            slices().matching("io.muster.solver.(*)..").should().beFreeOfCycles();
}
