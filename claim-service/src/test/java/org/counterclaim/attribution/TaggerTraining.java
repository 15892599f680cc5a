package org.counterclaim.attribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSSample;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Makes the tagger's weights anew: the file of tagged sentences first, the model to write second. The same corpus gives the same
 * weights. It says how well a model does that has not seen every fifth document, on those.
 */
final class TaggerTraining {

    private static final byte[] FEATURES = """
        <featureGenerators cache="true" name="tags">
          <generator class="opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory">
            <int name="prevLength">2</int><int name="nextLength">2</int>
            <generator class="opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory"/>
          </generator>
          <generator class="opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory">
            <int name="prevLength">1</int><int name="nextLength">1</int>
            <generator class="opennlp.tools.util.featuregen.TokenClassFeatureGeneratorFactory"/>
            <generator class="opennlp.tools.util.featuregen.SuffixFeatureGeneratorFactory"/>
          </generator>
          <generator class="opennlp.tools.util.featuregen.PrefixFeatureGeneratorFactory"/>
          <generator class="opennlp.tools.util.featuregen.PreviousMapFeatureGeneratorFactory"/>
          <generator class="opennlp.tools.util.featuregen.DefinitionFeatureGeneratorFactory"/>
        </featureGenerators>
        """.getBytes(StandardCharsets.UTF_8);

    private TaggerTraining() {}

    public static void main(String[] args) throws IOException {
        List<List<POSSample>> documents = documents(Path.of(args[0]));
        measure(documents);
        POSModel model = train(documents.stream().flatMap(List::stream).toList());
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            model.serialize(out);
        }
    }

    private static void measure(List<List<POSSample>> documents) throws IOException {
        List<POSSample> training = new ArrayList<>();
        List<POSSample> unseen = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            (i % 5 == 2 ? unseen : training).addAll(documents.get(i));
        }
        POSTaggerME tagger = new POSTaggerME(train(training), POSTagFormat.CUSTOM);
        int right = 0;
        int all = 0;
        for (POSSample sample : unseen) {
            String[] tags = tagger.tag(sample.getSentence());
            for (int i = 0; i < tags.length; i++, all++) {
                right += tags[i].equals(sample.getTags()[i]) ? 1 : 0;
            }
        }
        Set<String> known = new TreeSet<>(List.of(tagger.getAllPosTags()));
        System.Logger log = System.getLogger(TaggerTraining.class.getName());
        log.log(System.Logger.Level.INFO, "{0} of {1} tokens right, {2} tags", right, all, known.size());
    }

    private static POSModel train(List<POSSample> samples) throws IOException {
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "PERCEPTRON");
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 30);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
        parameters.put("PrintMessages", false);
        POSTaggerFactory factory =
                Boolean.getBoolean("default") ? new POSTaggerFactory() : new POSTaggerFactory(FEATURES, Map.of(), null);
        return POSTaggerME.train("en", ObjectStreamUtils.createObjectStream(samples), parameters, factory);
    }

    private static List<List<POSSample>> documents(Path corpus) throws IOException {
        List<List<POSSample>> documents = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String line : Files.readAllLines(corpus)) {
            String[] columns = line.split("\t");
            if (columns.length == 2) {
                words.add(columns[0]);
                tags.add(columns[1]);
            } else if (line.startsWith("#") && columns.length == 1 && words.isEmpty()) {
                documents.add(new ArrayList<>());
            } else if (!words.isEmpty()) {
                documents.get(documents.size() - 1).add(new POSSample(words, tags));
                words = new ArrayList<>();
                tags = new ArrayList<>();
            }
        }
        return documents;
    }
}
