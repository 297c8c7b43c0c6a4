package io.muster.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.muster", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesArchitectureTest {

    @ArchTest
    static final ArchRule droolsStaysInTheEngineAndTheTemplate = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.muster.rules.RuleEngine")
            .and()
            .doNotHaveFullyQualifiedName("io.muster.rules.sheet.RowRules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..");

    @ArchTest
    static final ArchRule noOtherFrameworkIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "ai.timefold..", "io.muster.solver..", "io.muster.api..");

    @ArchTest
    static final ArchRule factsKnowNothingOfSheetsAndServices = noClasses()
            .that()
            .resideInAPackage("io.muster.rules.fact")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.muster.rules", "io.muster.rules.sheet");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.muster.rules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sheetsKnowNothingOfServices = noClasses()
            .that()
            .resideInAPackage("io.muster.rules.sheet")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.muster.rules");
}
