package dev.assay.bench;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import dev.assay.batch.matching.Asked;
import dev.assay.batch.matching.Candidate;
import dev.assay.batch.matching.Comparison;
import dev.assay.batch.matching.NameIndex;
import dev.assay.batch.matching.Resolution;
import dev.assay.batch.matching.Resolver;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Measures name resolution on real names: how many disturbed names are found, how many answers are right, how fast. Every tenth name is
 * kept out of the register and must not be matched. See {@code benchmarks/README.md}.
 */
public final class Matching {

    private static final int HELD_OUT = 10;

    private Matching() {}

    /**
     * Runs.
     *
     * @param arguments {@code names ENTERPRISES FOLDER SEED STEP NAMES}, of which every STEP-th is asked of a register of NAMES at least, or {@code prosecutions ESTABLISHMENTS PROSECUTIONS FOLDER}
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "names" ->
                names(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Long.parseLong(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        Integer.parseInt(arguments[5]));
            case "prosecutions" ->
                Prosecutions.run(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
            default -> throw new IllegalArgumentException("names or prosecutions, not " + arguments[0]);
        }
    }

    private static void names(Path file, Path folder, long seed, int step, int names) throws IOException {
        List<Enterprise> all = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            all.add(Enterprise.of(row));
        }
        Random random = new Random(seed);
        List<Enterprise> registered = new ArrayList<>();
        List<Enterprise> others = new ArrayList<>();
        all.forEach(one -> (random.nextInt(HELD_OUT) == 0 ? others : registered).add(one));
        Comparison comparison = new Comparison(ConfigFiles.packaged());
        long start = System.nanoTime();
        try (NameIndex index = NameIndex.make(folder, comparison, intake -> {
            registered.forEach(one -> intake.add(one.candidate(), List.of(one.identity())));
            madeUp(registered, names, new Random(seed + 2))
                    .forEach(one -> intake.add(one.candidate(), List.of(one.identity())));
        })) {
            System.out.printf(Locale.ROOT, "index of %,d names: %.1f s%n", index.size(), Bare.seconds(start));
            Resolver resolver = new Resolver(index, comparison);
            for (boolean alone : new boolean[] {true, false}) {
                run(resolver, registered, others, alone, new Random(seed + 1), folder, step);
            }
        }
    }

    /** Fills a register up: what follows the place in one name behind the place of another, with the other's address. */
    private static Stream<Enterprise> madeUp(List<Enterprise> real, int names, Random random) {
        return IntStream.range(real.size(), names).mapToObj(number -> {
            Enterprise what = real.get(random.nextInt(real.size()));
            Enterprise where = real.get(random.nextInt(real.size()));
            String name = where.place() + what.name().substring(what.place().length());
            return new Enterprise(name, "M" + number, where.division(), where.address(), where.place());
        });
    }

    private static void run(
            Resolver resolver,
            List<Enterprise> registered,
            List<Enterprise> others,
            boolean alone,
            Random random,
            Path folder,
            int step)
            throws IOException {
        Disturbance.Alphabet alphabet = Disturbance.Alphabet.of(
                registered.stream().map(Enterprise::name).toList());
        Tally tally = new Tally();
        List<Trial> trials = new ArrayList<>();
        Disturbance[] kinds = Disturbance.values();
        for (boolean known : new boolean[] {true, false}) {
            List<Enterprise> part = known ? registered : others;
            for (int i = 0; i < part.size(); i += step) {
                Enterprise one = part.get(i);
                Disturbance kind = kinds[i / step % kinds.length];
                String name = kind.disturb(one.name(), one.place(), random, alphabet);
                trials.add(new Trial(one, known, kind, name));
            }
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (Trial trial : trials) {
            Enterprise one = trial.enterprise();
            Resolution answer = resolver.resolve(
                    alone ? Asked.of(trial.name(), "", "") : Asked.of(trial.name(), one.division(), one.address()));
            tally.add(trial, answer);
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,.0f names for each second of processor time%n",
                alone ? "name alone" : "name, division, address",
                trials.size() / seconds);
        tally.print(System.out);
        Files.write(folder.resolve("answers-" + (alone ? "alone" : "all") + ".txt"), tally.wrong());
    }

    static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CSVReaderHeaderAware reader = new CSVReaderHeaderAware(
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))) {
            for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
                rows.add(row);
            }
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
        return rows;
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /**
     * A name as it is asked.
     *
     * @param enterprise whose it is
     * @param registered whether the register has it
     * @param kind how it is disturbed
     * @param name the disturbed name
     */
    record Trial(Enterprise enterprise, boolean registered, Disturbance kind, String name) {}

    /** A real enterprise. */
    record Enterprise(String name, String code, String division, String address, String place) {

        static Enterprise of(Map<String, String> row) {
            String name = cell(row, "name");
            String code = cell(row, "uscc");
            return new Enterprise(
                    name,
                    code,
                    code.length() == 18 ? code.substring(2, 8) : "",
                    cell(row, "address"),
                    place(name, cell(row, "province"), cell(row, "district")));
        }

        /** What stands in front of a name of its province and district, each with its rank or without. */
        private static String place(String name, String province, String district) {
            String rest = name;
            for (String word : List.of(province, district)) {
                if (!word.isEmpty() && rest.startsWith(word)) {
                    rest = rest.substring(word.length());
                    rest = !rest.isEmpty() && "省市县区".indexOf(rest.charAt(0)) >= 0 ? rest.substring(1) : rest;
                }
            }
            return name.substring(0, name.length() - rest.length());
        }

        Identity identity() {
            return new Identity("uscc", code);
        }

        Candidate candidate() {
            return new Candidate(0, identity(), name, division, address);
        }
    }
}
