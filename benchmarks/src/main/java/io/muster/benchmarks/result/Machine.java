package io.muster.benchmarks.result;

/**
 * What the runs were made on.
 *
 * @param processor name of the processor
 * @param processors processors that the JVM may use
 * @param memoryBytes memory of the machine
 * @param system operating system and architecture
 * @param java JVM and version
 */
public record Machine(String processor, int processors, long memoryBytes, String system, String java) {}
