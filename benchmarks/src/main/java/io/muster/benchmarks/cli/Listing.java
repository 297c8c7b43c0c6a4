package io.muster.benchmarks.cli;

import io.muster.benchmarks.run.Contenders;
import io.muster.benchmarks.suite.BenchHome;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** What there is to run. */
final class Listing {
    private final BenchHome home;

    Listing(BenchHome home) {
        this.home = home;
    }

    void print(PrintWriter out) {
        print(out, "Suites", home.suites(), name -> home.suite(name).description());
        print(
                out,
                "Settings of the search",
                home.settings(),
                name -> home.settings(name).description());
        print(
                out,
                "Profiles of weights",
                home.profiles(),
                name -> home.profile(name).description());
        print(out, "Contenders", Contenders.ids(), Contenders::sentence);
    }

    private static void print(PrintWriter out, String title, List<String> names, UnaryOperator<String> description) {
        out.println(title);
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (String name : names) {
            out.println("  " + name + " ".repeat(width - name.length()) + "  " + description.apply(name));
        }
    }
}
