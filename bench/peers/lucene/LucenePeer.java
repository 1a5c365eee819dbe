import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Apache Lucene 8 over the passages and questions that compare writes.
 *
 * Reads from its folder: passages.txt (a passage a line: title and text), terms.txt (the same passages as our own terms,
 * separated by tabs) and questions.txt (a question a line: term, weight, term, weight, ..., separated by tabs).
 * Commands, one a line, each answered by a line of JSON with times in seconds:
 *   index   indexes passages.txt, with an analysis like ours: Han characters and pairs of them, English stems
 *   open    indexes terms.txt, merges to one segment and opens it, so that a search looks for the same terms as ours
 *   search  asks every question for its ten best
 */
public final class LucenePeer {
    private static final String FIELD = "text";
    private static final int TOP = 10;

    private final Path folder;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final com.sun.management.OperatingSystemMXBean system =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private List<BooleanQuery> questions = List.of();
    private IndexSearcher searcher;

    private LucenePeer(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        LucenePeer peer = new LucenePeer(Path.of(arguments[0]));
        System.out.println("{}");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(peer.run(command));
        }
    }

    private String run(String command) throws Exception {
        switch (command) {
            case "index":
                return index();
            case "open":
                return open();
            case "search":
                return search();
            default:
                throw new IllegalArgumentException(command);
        }
    }

    private String index() throws Exception {
        List<String> passages = Files.readAllLines(folder.resolve("passages.txt"));
        Path place = folder.resolve("raw-index");
        clear(place);
        long started = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        try (Directory directory = new MMapDirectory(place); IndexWriter writer = writer(directory, new MixedAnalyzer())) {
            add(passages, writer);
            writer.commit();
        }
        cpu = system.getProcessCpuTime() - cpu;
        double wall = (System.nanoTime() - started) * 1e-9;
        long bytes = size(place);
        clear(place);
        double operations = Math.max(1, passages.size());
        return json("cpu", cpu * 1e-9 / operations, "wall", wall / operations, "bytes", (double) bytes);
    }

    private String open() throws Exception {
        Path place = folder.resolve("term-index");
        clear(place);
        Directory directory = new MMapDirectory(place);
        try (IndexWriter writer = writer(directory, new TermAnalyzer())) {
            add(Files.readAllLines(folder.resolve("terms.txt")), writer);
            writer.forceMerge(1);
            writer.commit();
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
        // Every round must do the work anew.
        searcher.setQueryCache(null);
        questions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("questions.txt"))) {
            questions.add(query(line));
        }
        return json("bytes", (double) size(place));
    }

    private String search() throws Exception {
        double[] cpu = new double[questions.size()];
        double[] wall = new double[cpu.length];
        long found = 0;
        for (int i = 0; i < cpu.length; i++) {
            long started = System.nanoTime();
            long before = threads.getCurrentThreadCpuTime();
            found += searcher.search(questions.get(i), TOP).scoreDocs.length;
            cpu[i] = (threads.getCurrentThreadCpuTime() - before) * 1e-9;
            wall[i] = (System.nanoTime() - started) * 1e-9;
        }
        if (found == 0) {
            throw new IllegalStateException("Nothing was found.");
        }
        return json(
                "cpu", mean(cpu), "medianCpu", quantile(cpu, 0.5), "highCpu", quantile(cpu, 0.99),
                "wall", mean(wall), "medianWall", quantile(wall, 0.5), "highWall", quantile(wall, 0.99));
    }

    private static BooleanQuery query(String line) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        String[] parts = line.split("\t");
        for (int i = 0; i + 1 < parts.length; i += 2) {
            TermQuery term = new TermQuery(new Term(FIELD, parts[i]));
            builder.add(new BoostQuery(term, Float.parseFloat(parts[i + 1])), BooleanClause.Occur.SHOULD);
        }
        return builder.build();
    }

    private static IndexWriter writer(Directory directory, Analyzer analyzer) throws Exception {
        return new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256));
    }

    private static void add(List<String> texts, IndexWriter writer) throws Exception {
        TextField field = new TextField(FIELD, "", Field.Store.NO);
        Document document = new Document();
        document.add(field);
        for (String text : texts) {
            field.setStringValue(text);
            writer.addDocument(document);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static long size(Path place) throws Exception {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void clear(Path place) throws Exception {
        if (Files.exists(place)) {
            try (var files = Files.walk(place)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static String json(Object... pairs) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            json.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "\"%s\":%.9f", pairs[i], pairs[i + 1]));
        }
        return json.append('}').toString();
    }

    /** Han characters and pairs of them, and the stems of English words. */
    private static final class MixedAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream terms = new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words)), CJKBigramFilter.HAN, true);
            return new TokenStreamComponents(words, new SnowballFilter(terms, "English"));
        }
    }

    /** Terms that are cut already. */
    private static final class TermAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(CharTokenizer.fromTokenCharPredicate(character -> character != '\t'));
        }
    }
}
