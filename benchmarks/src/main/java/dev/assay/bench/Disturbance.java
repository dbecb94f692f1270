package dev.assay.bench;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** The ways in which a name is disturbed. Each answers with the name as it was where it has nothing to take hold of. */
enum Disturbance {
    SOUND_ALIKE {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            int at = random.nextInt(name.length());
            List<Character> same = alphabet.soundingLike(name.charAt(at));
            return same.isEmpty() ? name : replace(name, at, same.get(random.nextInt(same.size())));
        }
    },
    ANY_OTHER_CHARACTER {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return replace(name, random.nextInt(name.length()), alphabet.any(random));
        }
    },
    DROPPED_DOUBLED_SWAPPED {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            int at = random.nextInt(name.length() - 1);
            String before = name.substring(0, at);
            String after = name.substring(at + 1);
            return switch (random.nextInt(3)) {
                case 0 -> before + after;
                case 1 -> before + name.charAt(at) + name.charAt(at) + after;
                default -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            };
        }
    },
    BRACKETS_AND_WIDTH {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return switch (random.nextInt(3)) {
                case 0 -> name.replaceAll("[()（）]", "");
                case 1 ->
                    name.replace('(', '（').replace(')', '）').replace('1', '１').replace('2', '２');
                default ->
                    name.replace('（', '〔').replace('）', '〕').replace('(', '[').replace(')', ']');
            };
        }
    },
    NO_REGION {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return name.startsWith(place) ? name.substring(place.length()) : name;
        }
    },
    OTHER_OR_NO_FORM {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            if (random.nextBoolean()) {
                return FORM.matcher(name).replaceFirst(random.nextBoolean() ? "" : "公司");
            }
            return name.contains("有限责任公司")
                    ? name.replace("有限责任公司", "有限公司")
                    : name.contains("股份有限公司") ? name.replace("股份有限公司", "有限公司") : name.replace("有限公司", "有限责任公司");
        }
    },
    TRADITIONAL {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return TRADITIONAL_CHARACTERS.transliterate(name);
        }
    },
    BLANKS {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            int at = 1 + random.nextInt(name.length() - 1);
            String once = name.substring(0, at) + (random.nextBoolean() ? " " : "　") + name.substring(at);
            return random.nextBoolean() ? once : " " + once + " ";
        }
    },
    SHORT_TRADE_NAME {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            int start = name.startsWith(place) ? place.length() : 0;
            int end = WORDS_AND_FORM.matcher(name).replaceFirst("").length();
            int most = end - start >= 5 ? end - 1 : start + 2;
            return end - start >= 3 ? name.substring(0, most) + name.substring(end) : name;
        }
    },
    NO_INDUSTRY {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return INDUSTRY.matcher(name).replaceFirst("");
        }
    },
    NO_RANK {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return name.startsWith(place)
                    ? place.replaceAll("[省市县区]", "") + name.substring(place.length())
                    : name.replaceFirst("(?<=..)[省市县]", "");
        }
    },
    NOISE_BEHIND {
        @Override
        String disturb(String name, String place, Random random, Alphabet alphabet) {
            return name + NOISE.get(random.nextInt(NOISE.size()));
        }
    };

    private static final Pattern FORM = Pattern.compile("(股份有限公司|有限责任公司|有限公司|总公司|公司)$");
    private static final Pattern INDUSTRY =
            Pattern.compile("(?<=.{3})(食品|商贸|贸易|餐饮|饮食|酒店|粮油|实业|科技|药业|医药|百货|酒业|水产|茶叶|超市|经贸|工贸)(?=.*(公司|店|部|厂)$)");
    private static final Pattern WORDS_AND_FORM =
            Pattern.compile("((食品|商贸|贸易|餐饮|饮食|大?酒店|粮油|实业|科技|药业|医药|百货|酒业|水产|茶叶|超市|经贸|工贸|管理|服务|发展|开发|集团|连锁|生物|农业)*"
                    + "(股份有限公司|有限责任公司|有限公司|总公司|公司|.{0,2}店|.{0,2}部|.{0,2}厂).*)$");
    private static final List<String> NOISE = List.of("（个体工商户）", "(总店)", "（分支机构）", "【个体】", "（总部）", "。");
    private static final Transliterator TRADITIONAL_CHARACTERS = Transliterator.getInstance("Simplified-Traditional");

    /**
     * A name, disturbed.
     *
     * @param name the name, at least two characters
     * @param place the division in front of it; empty if it names none there
     */
    abstract String disturb(String name, String place, Random random, Alphabet alphabet);

    private static String replace(String name, int at, char by) {
        return name.substring(0, at) + by + name.substring(at + 1);
    }

    /**
     * The characters of the names, as often as they stand there.
     *
     * @param all every character of every name
     * @param bySound those of each sound
     */
    record Alphabet(String all, Map<String, List<Character>> bySound) {

        private static final Transliterator SOUND = Transliterator.getInstance("Han-Latin");

        static Alphabet of(List<String> names) {
            String all = String.join("", names);
            Map<String, List<Character>> bySound = new HashMap<>();
            all.chars()
                    .distinct()
                    .forEach(c -> bySound.computeIfAbsent(sound((char) c), _ -> new java.util.ArrayList<>())
                            .add((char) c));
            return new Alphabet(all, bySound);
        }

        /** With its tone, so that not every pair is one that the product's own table would make. */
        private static String sound(char c) {
            return SOUND.transliterate(String.valueOf(c));
        }

        List<Character> soundingLike(char c) {
            return bySound.getOrDefault(sound(c), List.of()).stream()
                    .filter(other -> other != c)
                    .toList();
        }

        char any(Random random) {
            return all.charAt(random.nextInt(all.length()));
        }
    }
}
