package org.counterclaim.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.StoryReader;
import org.counterclaim.attribution.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule takes a denial to mean: the denial | what it denies | how, parted by semicolons. */
class DenialsTest {

    private static final StoryReader READER = new StoryReader();

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
        The union said wages had fallen. Anna Holt said the firm had closed two plants. The firm denied this. => denied this | the firm had closed two plants | explicit
        Anna Holt said the bridge had cracked. Tom Berg said the city had known. The city denied Holt's statement. => denied Holt's statement | the bridge had cracked | explicit
        Police said 40 people marched. A shop said it lost money. Organisers disputed the number. => disputed the number | 40 people marched | explicit
        State television suggested that he had poisoned himself. His doctor said the air was bad. An aide ridiculed the suggestion. => ridiculed the suggestion | that he had poisoned himself | explicit
        The union accused Korda of closing the plant. The mayor said the town was calm. Korda rejected the accusation. => rejected the accusation | Korda of closing the plant | explicit
        Joe Marsh said he was first. The crowd said the race was fair. Ina Volk said Marsh was lying. => said Marsh was lying | he was first | explicit
        The army bombed the port, villagers said. The mayor said trucks were late. The army denied carrying out a strike. => denied carrying out a strike | The army bombed the port | explicit
        The firm denied that it had sold weapons. The Ledger reported that the firm sold 40 guns to the rebels. => denied that it had sold weapons | that the firm sold 40 guns to the rebels | explicit
        Villagers said 14 people had died in the raid. The army said 3 people had died in the raid. => said 3 people had died in the raid | 14 people had died in the raid | implicit
        Drivers said the line had not been inspected. The company said the line was inspected in May. => said the line was inspected in May | the line had not been inspected | implicit
        The bank said wages would rise. The minister denied a rumour that the fight was off. => denied a rumour that the fight was off | that the fight was off | explicit
        Beth Orr said the dam was old. Its owner said there was no fault in the dam. Orr said that was a lie. => said that was a lie | there was no fault in the dam | explicit ; said there was no fault in the dam | the dam was old | explicit
        Anna Holt accused the club of neglect. The federation denied having received complaints. Kim Lau said she had complained twice. => denied having received complaints | the club of neglect | explicit ; said she had complained twice | having received complaints | implicit
        Drivers said the line had not been inspected. The regulator confirmed that the line was inspected in May. => ~~
        Hale said the budget was balanced. Senator Moe Dix said it was balanced only on paper. => said it was balanced only on paper | the budget was balanced | implicit
        Anna Holt said the firm had closed two plants. The firm brushed aside the claim. => brushed aside the claim | the firm had closed two plants | explicit
        Anna Holt said the firm had closed two plants. Its owner takes issue with that. => takes issue with that | the firm had closed two plants | explicit
        Anna Holt said the firm had closed two plants. The firm doesn't accept her account. => doesn't accept her account | the firm had closed two plants | explicit
        Anna Holt said the firm had closed two plants. The firm disputes her account. => disputes her account | the firm had closed two plants | explicit
        Anna Holt said the firm had closed two plants. The firm said that wasn't true. => said that wasn't true | the firm had closed two plants | explicit
        Anna Holt said the firm had closed two plants. The firm is sceptical of the claim. => is sceptical of the claim | the firm had closed two plants | explicit
        Anna Holt said the firm had closed two plants. The firm did not rule out a sale. => ~~
        Anna Holt said the firm had closed two plants. The firm hit back at once. => ~~
        The mayor said the tax would fall. The senator said the harbour was full. => ~~
        """)
    void denies(String text, String expected) {
        assertEquals(expected.strip(), links(text));
    }

    /** More denials than any story has cost seconds at the very most. */
    @Test
    void isDoneInTime() {
        String text = "The man denied this. Anna Holt said it was false. ".repeat(4000);
        Told told = READER.read(text);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ClaimsOfText.of(told, text));
    }

    private static String links(String text) {
        Told told = READER.read(text);
        Map<String, Attribution> ids =
                told.attributions().stream().collect(Collectors.toMap(Attribution::id, Function.identity()));
        return ClaimsOfText.of(told, text).stream()
                .flatMap(claim -> claim.deniedIn().stream()
                        .map(ids::get)
                        .map(denial -> said(denial) + " | " + words(claim, ids) + " | "
                                + claim.link().name().toLowerCase(java.util.Locale.ROOT)))
                .sorted()
                .collect(Collectors.joining(" ; "));
    }

    private static String said(Attribution denial) {
        return denial.cue().exact() + " " + Propositions.content(denial);
    }

    private static String words(ProposedClaim claim, Map<String, Attribution> ids) {
        List<String> asserted = claim.assertedIn().stream()
                .map(id -> Propositions.content(ids.get(id)))
                .toList();
        return asserted.isEmpty()
                ? "that " + claim.text().replaceAll("\\.$", "").toLowerCase()
                : String.join(", ", asserted);
    }
}
