package io.muster.api.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.report.AbstractionLedger;
import io.muster.api.service.report.Attendance;
import io.muster.api.service.report.PlanFacts;
import io.muster.api.service.report.Sight;
import io.muster.api.service.report.SmallWorld;
import io.muster.data.io.Sheet;
import io.muster.data.io.SheetFiles;
import io.muster.solver.check.TeamDays;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final List<@Nullable Object> NASTY = Arrays.asList(
            "=1+1",
            "+44",
            "-cmd|'/c calc'!A0",
            "@SUM(A1)",
            "\tx",
            "'=already",
            "a \"quoted\", text\nof two lines",
            null,
            -5);

    private final PlanFacts facts =
            PlanFacts.of(SmallWorld.dataSet(), SmallWorld.plan(), List.of(new Attendance("P2", "A", "S1", true)));

    private String csv(TableName name, Sight sight) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetFiles.writeCsv(
                new Tables(facts, sight)
                        .table(name, () -> AbstractionLedger.of(facts, TeamDays.of(facts.dataSet(), facts.bookings()))),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bookingsSayWhatBecameOfThem() throws Exception {
        assertThat(csv(TableName.BOOKINGS, new Sight(null)).lines())
                .hasSize(7)
                .startsWith("staff,team,bcu,module,module_name,session,date,slots,start,end,venue,room,status")
                .contains(
                        "P1,T1,CN,B,Module B,S2,2025-04-01,AM;PM,09:00,17:00,V2,R2,PLANNED",
                        "P1,T1,CN,Q,Module Q,,2025-03-28,PM,13:30,17:00,,,PLANNED",
                        "P2,T1,CN,A,Module A,S1,2025-03-24,AM,09:00,12:30,V1,R1,ATTENDED");
    }

    @Test
    void aBcuHasItsOwnRowsOfEveryTable() throws Exception {
        Sight sight = new Sight("SE");

        assertThat(csv(TableName.BOOKINGS, sight).lines().skip(1)).hasSize(1).allMatch(row -> row.startsWith("P5,"));
        assertThat(csv(TableName.UNBOOKED, sight).lines().skip(1)).hasSize(1).allMatch(row -> row.startsWith("P5,"));
        assertThat(csv(TableName.SCOPE, sight).lines().skip(1)).hasSize(2).allMatch(row -> row.startsWith("P5,"));
        assertThat(csv(TableName.SESSIONS, sight).lines().skip(1)).hasSize(1).allMatch(row -> row.startsWith("S3,"));
        assertThat(csv(TableName.DUTY_MANAGEMENT, sight).lines().skip(1)).hasSize(1);
        assertThat(csv(TableName.CHANGES, sight).lines().skip(1)).isEmpty();
        assertThat(csv(TableName.ABSTRACTION, sight).lines().skip(1)).hasSize(9).allMatch(row -> row.startsWith("T2,"));
        assertThat(csv(TableName.BOOKINGS, new Sight("")).lines()).hasSize(1);
    }

    @Test
    void dutyManagementHasARowForEachSlot() throws Exception {
        assertThat(csv(TableName.DUTY_MANAGEMENT, new Sight(null)).lines())
                .containsExactly(
                        "person,date,duty,start,end,minutes",
                        "P1,2025-03-24,TRG-A,09:00,12:30,210",
                        "P1,2025-03-28,PLT-Q,13:30,17:00,210",
                        "P1,2025-04-01,TRG-B,09:00,12:30,210",
                        "P1,2025-04-01,TRG-B,13:30,17:00,210",
                        "P2,2025-03-24,TRG-A,09:00,12:30,210",
                        "P3,2025-03-24,TRG-A,09:00,12:30,210",
                        "P5,2025-04-02,TRG-A,09:00,12:30,210");
    }

    @Test
    void thePublicColumnsAreNamedAsThePublicDataSetNamesThem() throws Exception {
        assertThat(csv(TableName.ABSTRACTION_PUBLIC, new Sight(null)).lines())
                .hasSize(4)
                .startsWith(
                        "Month,BCU,Borough,Borough Code,Team,Abstracted from Duty,Abstraction Type,Abstracted Minutes",
                        "2025-03,CN,Camden,E09000007,Camden Emergency Response 1A,ERPT,Training,840");
    }

    @Test
    void csvQuotesAndDisarmsTexts() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        SheetFiles.writeCsv(
                new Sheet("nasty", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"), Stream.of(NASTY)), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("a,b,c,d,e,f,g,h,i\n'=1+1,+44,'-cmd|'/c calc'!A0,'@SUM(A1),'\tx,''=already,"
                        + "\"a \"\"quoted\"\", text\nof two lines\",,-5\n");
    }

    @Test
    void aWorkbookReadsBackWithDisarmedTextsAndWithoutFormulas() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        SheetFiles.writeWorkbook(
                List.of(
                        new Sheet("nasty", List.of("a", "b"), Stream.of(NASTY)),
                        new Sheet("other", List.of("x"), Stream.of())),
                out);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName))
                    .containsExactly("nasty", "other");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(1)).isEqualTo("b");
            List<String> texts =
                    rows.get(1).stream().limit(7).map(Cell::getText).toList();
            assertThat(texts)
                    .containsExactly(
                            "'=1+1",
                            "+44",
                            "'-cmd|'/c calc'!A0",
                            "'@SUM(A1)",
                            "'\tx",
                            "''=already",
                            "a \"quoted\", text\nof two lines");
            assertThat(rows.get(1).getCell(8).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).stream().filter(cell -> cell != null))
                    .noneMatch(cell -> cell.getType() == CellType.FORMULA);
        }
    }
}
