package dev.assay.store.intake;

/**
 * A row of a correction sheet.
 *
 * @param line its line in the sheet
 * @param recordLine the line of the first row of its record in the sheet
 * @param ofLine the line of the refused row that it corrects, in the file where it was refused
 */
public record StagedCorrection(long line, long recordLine, long ofLine) {}
