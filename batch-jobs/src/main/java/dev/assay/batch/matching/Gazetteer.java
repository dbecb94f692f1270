package dev.assay.batch.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of China's divisions down to the county, with and without 省, 市, 县 and the like: every name that GB/T 2260 has had in its
 * revisions, because names of businesses outlive divisions.
 */
final class Gazetteer {

    private static final Pattern ENDING = Pattern.compile(
            "((?:壮|回|藏|彝|苗|侗|瑶|白|傣|哈尼|土家|布依|朝鲜|满|蒙古|哈萨克|柯尔克孜|维吾尔|塔吉克|锡伯|撒拉|东乡|保安|裕固|羌|傈僳|拉祜|佤|纳西|景颇|布朗|普米|怒|独龙|黎|畲|水|仫佬|毛南|仡佬|土|达斡尔|鄂温克|鄂伦春|各)族?)*"
                    + "(?:特别行政区|自治区|自治州|自治县|自治旗|联合旗|地区|林区|特区|矿区|新区|左旗|右旗|前旗|后旗|中旗|省|市|县|区|盟|旗)$");
    private static final int LONGEST_BEHIND = 5;

    private final Map<String, Set<String>> full = new HashMap<>();
    private final Map<String, Set<String>> brief = new HashMap<>();
    /** Districts without 区: only within the place before them. */
    private final Map<String, Set<String>> briefDistricts = new HashMap<>();
    /** The two characters with which names begin → the length of the longest that does. */
    private final Map<String, Integer> longest = new HashMap<>();

    private Gazetteer() {}

    /** The packaged names. */
    static Gazetteer packaged() {
        Gazetteer gazetteer = new Gazetteer();
        try (InputStream in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("divisions.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> gazetteer.add(line.substring(0, 6), line.substring(7)));
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged names of divisions cannot be read", e);
        }
        return gazetteer;
    }

    private void add(String code, String name) {
        String digits = Place.significant(code);
        full.computeIfAbsent(name, _ -> new HashSet<>()).add(digits);
        longest.merge(name.substring(0, 2), name.length(), Math::max);
        String stem = ENDING.matcher(name).replaceFirst("");
        // A district's name without 区 (朝阳, 和平) is more often no place.
        boolean district = digits.length() == 6 && name.endsWith("区");
        if (stem.length() >= 2 && !stem.equals(name)) {
            (district ? briefDistricts : brief)
                    .computeIfAbsent(stem, _ -> new HashSet<>())
                    .add(digits);
        }
    }

    /**
     * The places that stand one after another from a position on.
     *
     * @param text a folded text without blanks
     * @param from the position
     * @param to where to stop reading
     * @return them, the widest first as a rule; short names only where something is left behind them
     */
    List<Place> leading(String text, int from, int to) {
        List<Place> places = new ArrayList<>();
        int at = from;
        while (at < to) {
            Place place = at(text, at, to, places.isEmpty() ? null : places.getLast());
            if (place == null) {
                break;
            }
            places.add(place);
            at = place.to();
        }
        return places;
    }

    /** Where the place begins that stands at the end of a part of a text; the end itself if none does. */
    int trailing(String text, int from, int end) {
        for (int start = Math.max(from, end - LONGEST_BEHIND); start <= end - 2; start++) {
            String word = text.substring(start, end);
            if (full.containsKey(word) || brief.containsKey(word)) {
                return start;
            }
        }
        return end;
    }

    private @Nullable Place at(String text, int from, int to, @Nullable Place parent) {
        if (from + 2 > to) {
            return null;
        }
        int most = longest.getOrDefault(text.substring(from, from + 2), 0);
        for (int end = Math.min(to, from + most); end >= from + 2; end--) {
            String word = text.substring(from, end);
            Set<String> codes = full.get(word);
            if (codes == null && end + 2 <= to) {
                codes = brief.get(word);
            }
            if (codes == null && parent != null) {
                codes = briefDistricts.get(word);
            }
            Set<String> possible = codes == null ? Set.of() : within(codes, parent);
            if (!possible.isEmpty()) {
                return new Place(from, end, possible);
            }
        }
        return null;
    }

    /** Of several divisions of one name those in the place before it. */
    private static Set<String> within(Set<String> codes, @Nullable Place parent) {
        if (parent == null) {
            return codes;
        }
        Set<String> inside = new HashSet<>();
        for (String code : codes) {
            if (parent.codes().stream().anyMatch(code::startsWith)) {
                inside.add(code);
            }
        }
        return inside;
    }
}
