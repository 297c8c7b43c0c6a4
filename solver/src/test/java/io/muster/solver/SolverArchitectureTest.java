package io.muster.solver;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages' neighbours are those their package-info files name. */
@AnalyzeClasses(packages = "io.muster.solver", importOptions = ImportOption.DoNotIncludeTests.class)
class SolverArchitectureTest {

    @ArchTest
    static final ArchRule packagesUseTheNeighboursTheyName = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("port")
            .definedBy("io.muster.solver")
            .layer("catalogue")
            .definedBy("io.muster.solver.catalogue..")
            .layer("problem")
            .definedBy("io.muster.solver.problem..")
            .layer("state")
            .definedBy("io.muster.solver.state..")
            .layer("construct")
            .definedBy("io.muster.solver.construct..")
            .layer("model")
            .definedBy("io.muster.solver.model..")
            .layer("constraint")
            .definedBy("io.muster.solver.constraint..")
            .layer("search")
            .definedBy("io.muster.solver.search..")
            .layer("explain")
            .definedBy("io.muster.solver.explain..")
            .layer("bound")
            .definedBy("io.muster.solver.bound..")
            .layer("feasibility")
            .definedBy("io.muster.solver.feasibility..")
            .layer("check")
            .definedBy("io.muster.solver.check..")
            .layer("replan")
            .definedBy("io.muster.solver.replan..")
            .layer("simulate")
            .definedBy("io.muster.solver.simulate..")
            .layer("profile")
            .definedBy("io.muster.solver.profile..")
            .whereLayer("catalogue")
            .mayNotAccessAnyLayer()
            .whereLayer("check")
            .mayOnlyAccessLayers("catalogue")
            .whereLayer("problem")
            .mayNotAccessAnyLayer()
            .whereLayer("state")
            .mayOnlyAccessLayers("problem", "catalogue")
            .whereLayer("construct")
            .mayOnlyAccessLayers("problem", "state", "bound")
            .whereLayer("explain")
            .mayOnlyAccessLayers("problem", "state", "catalogue", "check")
            .whereLayer("bound")
            .mayOnlyAccessLayers("problem")
            .whereLayer("feasibility")
            .mayOnlyAccessLayers("problem", "bound")
            .whereLayer("model")
            .mayOnlyAccessLayers("problem", "state")
            .whereLayer("constraint")
            .mayOnlyAccessLayers("model", "problem", "catalogue")
            .whereLayer("search")
            .mayOnlyAccessLayers("model", "state", "construct", "problem", "catalogue", "port")
            .whereLayer("profile")
            .mayNotAccessAnyLayer()
            .whereLayer("simulate")
            .mayOnlyAccessLayers("replan", "check", "catalogue", "port")
            .because("package-info.java of each says so; search takes its limits from the port's options");

    @ArchTest
    static final ArchRule subPackagesHaveNoCycles =
            slices().matching("io.muster.solver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ofThePortOthersUseItsOptionsOnly = noClasses()
            .that()
            .resideInAPackage("io.muster.solver.*..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.muster.solver")
                    .and(not(type(SolveOptions.class))
                            .and(not(type(SearchSettings.class)))
                            .and(not(belongToAnyOf(PlanLoader.class, PlanMapper.class)))
                            .and(not(belongToAnyOf(SolveListener.class)))));

    @ArchTest
    static final ArchRule timefoldStaysInItsPackages = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.muster.solver.model..", "io.muster.solver.constraint..", "io.muster.solver.search..")
            .and()
            .doNotHaveFullyQualifiedName(DefaultPlanSolver.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(DefaultPlanSolver.class.getName() + "$1")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.timefold..");

    @ArchTest
    static final ArchRule orToolsStaysWithTheBounds = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.solver.bound..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..");
}
