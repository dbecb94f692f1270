package dev.assay.core.planning;

import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.planning.Visit.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wanted anew, beside what an earlier plan says: what was made or handed out stands, and the rest keeps its day and pair where that is possible. */
public final class Replan {

    private Replan() {}

    /** How far a visit of the plan before has come. */
    public enum Progress {
        /** Planned, and not handed out. */
        PLANNED,
        /** Handed out, and not made yet: it stays as it is. */
        HANDED_OUT,
        /** Made, with its result: it stays as it is. */
        MADE
    }

    /**
     * A visit of the plan before.
     *
     * @param no its number there
     * @param business identity of the business
     * @param subject identity of what is inspected; of several the one that leads
     * @param reason why it was wanted
     * @param due the day by which it was due
     * @param day its day
     * @param pair who was to go
     * @param progress how far it has come
     */
    public record Earlier(
            int no,
            String business,
            String subject,
            Reason reason,
            LocalDate due,
            LocalDate day,
            Pair pair,
            Progress progress) {}

    /**
     * What is to be planned.
     *
     * @param visits the visits, numbered anew from 0
     * @param gone visits of the plan before that nobody wants any more: closed, or not due in this span now
     */
    public record Wanted(List<Visit> visits, List<Earlier> gone) {

        /** Copies the lists. */
        public Wanted {
            visits = List.copyOf(visits);
            gone = List.copyOf(gone);
        }
    }

    /**
     * What is to be planned beside what stands.
     *
     * @param wanted what is wanted today
     * @param earlier the visits of the plan before that were planned, not those that were left out
     * @param from the first day that is planned
     * @return the visits, without those that were made or handed out already, with the day and pair of the others
     */
    public static Wanted of(List<Visit> wanted, List<Earlier> earlier, LocalDate from) {
        Map<Group, List<Visit>> groups = new HashMap<>();
        Map<List<String>, Group> bySubject = new HashMap<>();
        wanted.stream().sorted(Comparator.comparing(Visit::due)).forEach(visit -> {
            Group group = new Group(visit.where(), visit.sector(), visit.skill());
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(visit);
            Stream.concat(Stream.of(visit.subject()), visit.also().stream())
                    .forEach(subject -> bySubject.put(List.of(visit.business(), subject), group));
        });
        Map<Group, List<Earlier>> before = new HashMap<>();
        Map<List<String>, Earlier> last = new HashMap<>();
        earlier.stream().sorted(Comparator.comparing(Earlier::day)).forEach(one -> {
            List<String> subject = List.of(one.business(), one.subject());
            Group group = bySubject.getOrDefault(subject, new Group(subject, "", null));
            before.computeIfAbsent(group, _ -> new ArrayList<>()).add(one);
            if (one.progress() != Progress.PLANNED) {
                last.put(group.where(), one);
            }
        });
        Map<Integer, @Nullable Kept> kept = new HashMap<>();
        List<Earlier> gone = new ArrayList<>();
        before.forEach((group, theirs) ->
                match(groups.getOrDefault(group, new ArrayList<>()), new ArrayList<>(theirs), from, kept, gone));
        groups.values().forEach(rest -> rest.forEach(visit -> kept.putIfAbsent(visit.no(), null)));
        List<Visit> visits = new ArrayList<>();
        for (Visit visit : wanted) {
            if (kept.containsKey(visit.no())) {
                Visit numbered = visit.as(visits.size(), kept.get(visit.no()));
                Earlier made = last.get(visit.where());
                visits.add(made == null ? numbered : numbered.after(made.pair()));
            }
        }
        gone.sort(Comparator.comparingInt(Earlier::no));
        return new Wanted(visits, gone);
    }

    /** Visits that can stand for one another: at the same premises, in one trade, with the same skill. */
    private record Group(
            List<String> where, String sector, @Nullable String skill) {}

    private static void match(
            List<Visit> wanted,
            List<Earlier> earlier,
            LocalDate from,
            Map<Integer, @Nullable Kept> kept,
            List<Earlier> gone) {
        for (Earlier stands : earlier) {
            if (stands.progress() == Progress.PLANNED) {
                continue;
            }
            // The same again; of what is handed out at least the first of those that are wanted is meant.
            Optional<Visit> same = first(wanted, visit -> isSame(visit, stands, from));
            if (same.isEmpty() && stands.progress() == Progress.HANDED_OUT) {
                same = first(wanted, _ -> true);
            }
            same.ifPresent(wanted::remove);
        }
        earlier.removeIf(one -> one.progress() != Progress.PLANNED);
        List<Predicate<Match>> rounds = List.of(
                pair -> isSame(pair.visit(), pair.earlier(), from)
                        && pair.visit().reason() == pair.earlier().reason(),
                pair -> pair.visit().reason() == pair.earlier().reason(),
                _ -> true);
        for (Predicate<Match> fits : rounds) {
            for (Earlier one : List.copyOf(earlier)) {
                first(wanted, visit -> fits.test(new Match(visit, one))).ifPresent(visit -> {
                    // What should have been made by now has no day to keep.
                    kept.put(visit.no(), one.day().isBefore(from) ? null : new Kept(one.day(), one.pair()));
                    wanted.remove(visit);
                    earlier.remove(one);
                });
            }
        }
        gone.addAll(earlier);
    }

    private record Match(Visit visit, Earlier earlier) {}

    /** What was due before the first day that is planned is wanted on that day, or made good soon after it. */
    private static boolean isSame(Visit visit, Earlier earlier, LocalDate from) {
        return Objects.equals(visit.due(), earlier.due())
                || (earlier.due().isBefore(from) && visit.due().equals(from));
    }

    private static Optional<Visit> first(List<Visit> visits, Predicate<Visit> fits) {
        return visits.stream().filter(fits).findFirst();
    }
}
