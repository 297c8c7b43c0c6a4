package io.muster.api.cli;

import io.muster.data.model.DataSet;
import java.io.PrintWriter;

/** How large a data set is. */
final class DataSetReport {
    private DataSetReport() {}

    static void print(DataSet dataSet, PrintWriter out) {
        TextTable table = new TextTable();
        table.row("staff", Figures.count(dataSet.staff().size()));
        table.row("teams", Figures.count(dataSet.teams().size()));
        table.row("modules", Figures.count(dataSet.modules().size()));
        table.row("absences", Figures.count(dataSet.absences().size()));
        table.row("completions", Figures.count(dataSet.completions().size()));
        table.row("rooms", Figures.count(dataSet.rooms().size()));
        table.row("trainers", Figures.count(dataSet.trainers().size()));
        table.print(out);
    }
}
