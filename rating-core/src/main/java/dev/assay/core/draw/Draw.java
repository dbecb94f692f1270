package dev.assay.core.draw;

import dev.assay.core.draw.DrawnBusiness.Stratum;
import dev.assay.core.publication.Sha256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The draw itself. {@code docs/draw.md} describes every step to the byte, and {@code docs/draw-check.py} repeats it by other code.
 *
 * <p>The number for a class is rounded once, for the whole class, and shared out over its strata in proportion by systematic rounding with a random
 * start (W. G. Madow, "On the theory of systematic sampling, II", 1949): each stratum gets the whole number below or above its share, and
 * every business of the class has the same chance, however small its stratum. Within a stratum those with the smallest hashes are drawn.
 */
public final class Draw {

    private static final BigInteger SPAN = BigInteger.ONE.shiftLeft(256);
    private static final int HEX = 16;

    private final DrawFile file;
    private final String master;
    private final Set<String> closed;
    private final Map<String, Integer> loads = new HashMap<>();

    private Draw(DrawFile file, DrawSeed seed, Set<String> closed) {
        this.file = file;
        this.master = seed.master(file.digest());
        this.closed = closed;
    }

    /**
     * Draws.
     *
     * @param file what was fixed; without faults
     * @param seed the chance
     * @param closed ids of businesses of the population that have closed since it was fixed: the next of their stratum takes their place
     * @return who was drawn
     */
    public static DrawResult of(DrawFile file, DrawSeed seed, Set<String> closed) {
        return new Draw(file, seed, Set.copyOf(closed)).draw();
    }

    /** How many of a stratum are drawn. */
    record Share(Stratum stratum, List<DrawnBusiness> members, int number) {}

    private DrawResult draw() {
        List<DrawResult.Quota> quotas = new ArrayList<>();
        List<DrawResult.Drawn> drawn = new ArrayList<>();
        for (Share share : shares()) {
            List<DrawnBusiness> taken = share.members().stream()
                    .map(business -> new Ticketed<>(business, ticket("business", business.id())))
                    .sorted(Comparator.comparing((Ticketed<DrawnBusiness> one) -> one.ticket())
                            .thenComparing(one -> one.held().id(), Bytes.ORDER))
                    .map(Ticketed::held)
                    .filter(business -> !closed.contains(business.id()))
                    .limit(share.number())
                    .toList();
            quotas.add(new DrawResult.Quota(share.stratum(), share.members().size(), share.number(), taken.size()));
            taken.forEach(business -> drawn.add(new DrawResult.Drawn(business, teams(business))));
        }
        return new DrawResult(quotas, drawn);
    }

    private record Ticketed<T>(T held, String ticket) {}

    private String ticket(String kind, String... parts) {
        String[] all = new String[parts.length + 2];
        all[0] = "assay-draw-" + kind + "-1";
        all[1] = master;
        System.arraycopy(parts, 0, all, 2, parts.length);
        return Sha256.ofParts(all);
    }

    private List<Share> shares() {
        Map<String, Map<Stratum, List<DrawnBusiness>>> byClass = new TreeMap<>(Bytes.ORDER);
        for (DrawnBusiness business : file.businesses()) {
            byClass.computeIfAbsent(business.stratum().name(), _ -> new TreeMap<>())
                    .computeIfAbsent(business.stratum(), _ -> new ArrayList<>())
                    .add(business);
        }
        List<Share> shares = new ArrayList<>();
        for (DrawnClass drawnClass : file.classes()) {
            shares.addAll(shareOut(drawnClass, byClass.getOrDefault(drawnClass.name(), Map.of())));
        }
        return shares;
    }

    /** The cumulative sum of the shares, moved by a random start below 1, rises over as many whole numbers as the class is drawn. */
    private List<Share> shareOut(DrawnClass drawnClass, Map<Stratum, List<DrawnBusiness>> strata) {
        int members = strata.values().stream().mapToInt(List::size).sum();
        BigInteger number = BigInteger.valueOf(drawnClass.numberOf(members));
        BigInteger all = BigInteger.valueOf(members);
        BigInteger start = new BigInteger(ticket("start", drawnClass.name()), HEX);
        List<Share> shares = new ArrayList<>();
        int counted = 0;
        int before = 0;
        for (Map.Entry<Stratum, List<DrawnBusiness>> stratum : strata.entrySet()) {
            counted += stratum.getValue().size();
            BigInteger sum = number.multiply(BigInteger.valueOf(counted))
                    .multiply(SPAN)
                    .add(start.multiply(all))
                    .divide(all.multiply(SPAN));
            int risen = sum.intValueExact();
            shares.add(new Share(stratum.getKey(), stratum.getValue(), risen - before));
            before = risen;
        }
        return shares;
    }

    /** Those who were sent least so far in this draw come first, and of these those with the smallest hashes. */
    private Map<String, List<String>> teams(DrawnBusiness business) {
        Map<String, List<String>> teams = new TreeMap<>(Bytes.ORDER);
        for (String department : business.departments()) {
            List<String> team = file.inspectors().stream()
                    .filter(inspector -> file.mayInspect(inspector, business, department))
                    .map(inspector -> new Ticketed<>(
                            inspector.id(), ticket("inspector", business.id(), department, inspector.id())))
                    .sorted(Comparator.comparingInt((Ticketed<String> one) -> loads.getOrDefault(one.held(), 0))
                            .thenComparing(Ticketed::ticket)
                            .thenComparing(Ticketed::held, Bytes.ORDER))
                    .limit(file.head().perBusiness())
                    .map(Ticketed::held)
                    .toList();
            team.forEach(inspector -> loads.merge(inspector, 1, Integer::sum));
            teams.put(department, team);
        }
        return teams;
    }
}
