/* Validate.java - asks veraPDF whether files keep PDF/UA-1 and PDF/A-3a or, if they are PDF 2.0,
 * PDF/UA-2 and PDF/A-4f (PDF/A-4 without files inside).
 *
 *     java -cp 'JARS/*' Validate.java FILE.pdf…
 *
 * A line a file and standard, "FILE ua1 0" with the number of rules that failed; each failed
 * rule follows, indented, once. Exit 0 when all files keep both. */
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    /* What the file says it is. */
    private static PDFAFlavour[] standardsOf(String path) throws Exception {
        String text = new String(Files.readAllBytes(Paths.get(path)), StandardCharsets.ISO_8859_1);

        if (!text.startsWith("%PDF-2.0"))
            return new PDFAFlavour[] { PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A };
        return new PDFAFlavour[] { PDFAFlavour.PDFUA_2,
                                   text.contains("<pdfaid:conformance>F<") ? PDFAFlavour.PDFA_4_F
                                                                           : PDFAFlavour.PDFA_4 };
    }

    /* True when the file keeps the standard; prints what it finds. */
    private static boolean validate(String path, PDFAFlavour standard) throws Exception {
        TreeMap<String, String> failed = new TreeMap<>();
        ValidationResult result;

        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), standard);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            result = validator.validate(parser);
        }
        for (TestAssertion assertion : result.getTestAssertions())
            if (assertion.getStatus() == TestAssertion.Status.FAILED)
                failed.putIfAbsent(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
                                   assertion.getMessage() + " (" + assertion.getLocation().getContext() + ")");
        System.out.println(path + " " + standard.getId() + " " + failed.size());
        failed.forEach((rule, message) -> System.out.println("    " + rule + ": " + message));
        return result.isCompliant() && failed.isEmpty();
    }

    public static void main(String[] paths) throws Exception {
        boolean all = true;

        LogManager.getLogManager().reset(); /* its parsers log what they mend to standard error */
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths)
            for (PDFAFlavour standard : standardsOf(path))
                all &= validate(path, standard);
        System.exit(all ? 0 : 1);
    }
}
