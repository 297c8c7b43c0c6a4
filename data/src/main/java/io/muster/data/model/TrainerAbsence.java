package io.muster.data.model;

import java.time.LocalDate;

/**
 * Days on which a trainer is away ({@code trainer_absences.csv}). Rows may overlap and join.
 *
 * @param trainerId the trainer
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param reason a code
 */
public record TrainerAbsence(String trainerId, LocalDate from, LocalDate to, String reason) {}
