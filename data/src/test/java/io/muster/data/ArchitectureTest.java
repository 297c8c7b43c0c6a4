package io.muster.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.muster.data", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MODEL_KNOWS_ONLY_ITSELF = classes()
            .that()
            .resideInAPackage("io.muster.data.model")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.muster.data.model", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule ISSUE_KNOWS_ONLY_ITSELF = classes()
            .that()
            .resideInAPackage("io.muster.data.issue")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.muster.data.issue", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule PLAN_KNOWS_ONLY_ITSELF_AND_THE_MODEL = classes()
            .that()
            .resideInAPackage("io.muster.data.plan")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.muster.data.plan", "io.muster.data.model", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_IO_KNOWS_THE_LIBRARIES = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.data.io")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "org.dhatim..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.muster.data.(*)..").should().beFreeOfCycles();
}
