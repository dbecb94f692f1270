package dev.assay.core.fact;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The few fields of a fact in two arrays, by name in alphabetical order, and never changed. A name is found by comparing hashes, which texts
 * keep, and not by comparing letters.
 */
@SuppressWarnings("JdkObsolete") // what a NavigableMap has besides, nobody asks of fields
final class FieldMap extends AbstractMap<String, Object> implements SortedMap<String, Object> {

    private final String[] names;
    private final Object[] values;

    /** The caller gives up the arrays. */
    private FieldMap(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** The same fields; a map of this kind is answered as it is. */
    static FieldMap of(SortedMap<String, Object> fields) {
        if (fields instanceof FieldMap map) {
            return map;
        }
        SortedMap<String, Object> sorted =
                fields.comparator() == null ? fields : new TreeMap<>((Map<String, Object>) fields);
        String[] names = new String[sorted.size()];
        Object[] values = new Object[names.length];
        int i = 0;
        for (Map.Entry<String, Object> field : sorted.entrySet()) {
            names[i] = field.getKey();
            values[i++] = field.getValue();
        }
        return new FieldMap(names, values);
    }

    /** Fields whose names come in order, each once; the first {@code count} places of the arrays are copied. */
    static FieldMap ofSorted(String[] names, Object[] values, int count) {
        return new FieldMap(Arrays.copyOf(names, count), Arrays.copyOf(values, count));
    }

    private int find(@Nullable Object name) {
        if (name != null) {
            int hash = name.hashCode();
            for (int i = 0; i < names.length; i++) {
                if (names[i].hashCode() == hash && names[i].equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = find(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(name) >= 0;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Fields();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    private final class Fields implements Iterator<Map.Entry<String, Object>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            if (next == names.length) {
                throw new NoSuchElementException("There are no more fields.");
            }
            Map.Entry<String, Object> field = Map.entry(names[next], values[next]);
            next++;
            return field;
        }
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, Object> subMap(String from, String to) {
        return between(firstNotBefore(from), firstNotBefore(to));
    }

    @Override
    public SortedMap<String, Object> headMap(String to) {
        return between(0, firstNotBefore(to));
    }

    @Override
    public SortedMap<String, Object> tailMap(String from) {
        return between(firstNotBefore(from), names.length);
    }

    private FieldMap between(int from, int to) {
        return new FieldMap(Arrays.copyOfRange(names, from, to), Arrays.copyOfRange(values, from, to));
    }

    private int firstNotBefore(String name) {
        int place = Arrays.binarySearch(names, name);
        return place < 0 ? -place - 1 : place;
    }

    @Override
    public String firstKey() {
        return keyAt(0);
    }

    @Override
    public String lastKey() {
        return keyAt(names.length - 1);
    }

    private String keyAt(int place) {
        if (names.length == 0) {
            throw new NoSuchElementException("There are no fields.");
        }
        return names[place];
    }
}
