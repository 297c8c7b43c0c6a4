package io.muster.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages' neighbours are those their package-info files name. */
@AnalyzeClasses(packages = "io.muster.benchmarks", importOptions = ImportOption.DoNotIncludeTests.class)
class BenchmarksArchitectureTest {

    @ArchTest
    static final ArchRule packagesUseTheNeighboursTheyName = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("contender")
            .definedBy("io.muster.benchmarks.contender..")
            .layer("muster")
            .definedBy("io.muster.benchmarks.muster..")
            .layer("peer")
            .definedBy("io.muster.benchmarks.peer..")
            .layer("suite")
            .definedBy("io.muster.benchmarks.suite..")
            .layer("result")
            .definedBy("io.muster.benchmarks.result..")
            .layer("report")
            .definedBy("io.muster.benchmarks.report..")
            .layer("run")
            .definedBy("io.muster.benchmarks.run..")
            .layer("micro")
            .definedBy("io.muster.benchmarks.micro..")
            .layer("cli")
            .definedBy("io.muster.benchmarks.cli..")
            .whereLayer("contender")
            .mayNotAccessAnyLayer()
            .whereLayer("muster")
            .mayOnlyAccessLayers("contender")
            .whereLayer("peer")
            .mayOnlyAccessLayers("contender")
            .whereLayer("suite")
            .mayNotAccessAnyLayer()
            .whereLayer("result")
            .mayOnlyAccessLayers("contender")
            .whereLayer("report")
            .mayOnlyAccessLayers("result", "contender")
            .whereLayer("run")
            .mayOnlyAccessLayers("contender", "muster", "peer", "suite", "result")
            .whereLayer("micro")
            .mayNotAccessAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .because("package-info.java of each says so");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.muster.benchmarks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule benchmarksDoNotKnowTheApi =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.muster.api..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.benchmarks.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}
