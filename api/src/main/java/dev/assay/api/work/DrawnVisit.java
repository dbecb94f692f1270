package dev.assay.api.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who was drawn, and who goes there, as the drawn file says it.
 *
 * @param business identity of the business
 * @param name its name then; may be empty
 * @param sector code of its sector
 * @param inspectors numbers of the inspectors of all departments, in the order of the draw
 */
public record DrawnVisit(String business, String name, String sector, List<String> inspectors) {

    private static final int IDENTITY = 1;
    private static final int SECTOR = 3;
    private static final int NAME = 6;
    private static final int DRAWN = 2;
    private static final int TEAMS = 3;

    /** Copies the list. */
    public DrawnVisit {
        inspectors = List.copyOf(inspectors);
    }

    /**
     * Reads a drawn file.
     *
     * @param text the file
     * @return those that were drawn, in the order of the draw
     */
    static List<DrawnVisit> read(String text) {
        Map<String, String[]> known = new HashMap<>();
        List<DrawnVisit> visits = new ArrayList<>();
        text.lines().map(line -> line.split("\t", -1)).forEach(cells -> {
            if (cells[0].equals("business")) {
                known.put(cells[IDENTITY], cells);
            } else if (cells[0].equals("drawn")) {
                String[] business = known.get(cells[DRAWN]);
                visits.add(new DrawnVisit(
                        cells[DRAWN],
                        business == null ? "" : business[NAME],
                        business == null ? "" : business[SECTOR],
                        Stream.of(cells[TEAMS].split(",", -1))
                                .flatMap(team -> Stream.of(
                                        team.substring(team.indexOf(':') + 1).split("\\+", -1)))
                                .filter(inspector -> !inspector.isEmpty())
                                .toList()));
            }
        });
        return visits;
    }
}
