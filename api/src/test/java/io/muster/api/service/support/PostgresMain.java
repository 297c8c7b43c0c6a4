package io.muster.api.service.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL for {@code api/demo/two-instances.sh}: prints its address and runs until its input ends. */
final class PostgresMain {
    private PostgresMain() {}

    /**
     * Runs.
     *
     * @param args none
     * @throws Exception when it cannot be started
     */
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            System.out.println(postgres.getJdbcUrl("postgres", "postgres"));
            System.out.flush();
            while (System.in.read() >= 0) {
                // Whoever started it is still there.
            }
        }
    }
}
