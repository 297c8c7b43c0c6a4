package io.muster.solver.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The auditor is independent: were it to share code with the solver, it would share its mistakes. */
@AnalyzeClasses(packages = "io.muster.solver", importOptions = ImportOption.DoNotIncludeTests.class)
class CheckArchitectureTest {

    @ArchTest
    static final ArchRule theAuditorUsesDataAndCatalogueOnly = classes()
            .that()
            .resideInAPackage("io.muster.solver.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.muster.solver.check..",
                    "io.muster.solver.catalogue..",
                    "io.muster.data..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theCatalogueUsesNothing = classes()
            .that()
            .resideInAPackage("io.muster.solver.catalogue..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.muster.solver.catalogue..", "java..", "org.jspecify..");
}
