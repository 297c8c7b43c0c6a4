package io.muster.api.service.plan;

import io.muster.api.plan.EarlierSolve;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.content.Contents;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Plan;
import io.muster.solver.SolveListener.BestSoFar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a solve can go on from, as bytes: time spent in milliseconds and moves, eight bytes each, then the plan as a zip. */
final class Checkpoint {
    private final Contents contents;

    Checkpoint(Contents contents) {
        this.contents = contents;
    }

    byte[] write(BestSoFar best, Duration spent) {
        Path zip = contents.temporary(".zip");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            PlanWriter.writeZip(
                    new Plan(List.of(), best.sessions(), best.bookings(), List.of(), List.of(), null), zip, false);
            out.writeLong(spent.toMillis());
            out.writeLong(best.moves());
            Files.copy(zip, out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(zip);
        }
    }

    EarlierSolve read(String content) {
        Path file = contents.file(content, ".checkpoint");
        Path zip = contents.temporary(".zip");
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Duration spent = Duration.ofMillis(in.readLong());
            long moves = in.readLong();
            Files.copy(in, zip);
            return new EarlierSolve(PlanFolder.read(zip, new ArrayList<>()), spent, moves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(zip);
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
