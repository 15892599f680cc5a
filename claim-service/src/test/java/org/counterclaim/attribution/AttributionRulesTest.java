package org.counterclaim.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule finds in a sentence that needs it: source | cue | content, parted by semicolons. A bar parts pieces of content. */
class AttributionRulesTest {

    private static final Reading READING = Reading.bundled();

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
        The minister said that the bridge was closed. => The minister / said / that the bridge was closed
        The bridge was closed, the minister said. => the minister / said / The bridge was closed
        "The bridge is closed," the minister said. "Nobody may use it." => the minister / said / "The bridge is closed,"|"Nobody may use it."
        "The bridge is closed," said Anna Lee, the minister. => Anna Lee / said / "The bridge is closed,"
        The bridge, the minister said, was closed. => the minister / said / The bridge|was closed
        According to the police, nobody was hurt. => the police / According to / nobody was hurt
        Nobody was hurt, according to the police. => the police / according to / Nobody was hurt
        According to Avaaz, which organised the march, many came. => Avaaz / According to / many came
        The mayor was accused of taking bribes. => / was accused / The mayor|of taking bribes
        The plan is believed to cost two million. => / is believed / The plan|to cost two million
        Smith, who has led the council since 2019, denied that he had lied. => Smith / denied / that he had lied
        Smith denied the report and said he would resign. => Smith / denied / the report ; Smith / said / he would resign
        The firm cut its forecast, adding that costs had risen. => The firm / adding / that costs had risen
        The union's claim that wages fell is false. => The union / claim / that wages fell
        Officials raised concerns about the cost of the bridge. => Officials / raised / concerns about the cost of the bridge
        She is confident that the vote will pass. => She / is confident / that the vote will pass
        The agency issued a statement: "The water is safe to drink." => The agency / issued / "The water is safe to drink."
        He told reporters on Monday that the talks had failed. => He / told / that the talks had failed
        The senator called for a new inquiry. => The senator / called / for a new inquiry
        Mayor Denies Fraud as Rivals March => Mayor / Denies / Fraud
        The report found wages fell, but unions held a strike. => The report / found / wages fell
        A video taken by a student shows the fire. => A video / shows / the fire
        The mayor called the plan a "costly mistake". => The mayor / called / the plan a "costly mistake"
        Asked about it, a police officer declined to comment on the case. => a police officer / declined / to comment on the case
        'We will appeal,' the lawyer said. => the lawyer / said / 'We will appeal,'
        The mayor, Kit Farrell, laughs at this. => The mayor / laughs at / this
        The firm has poured cold water on the report. => The firm / has poured cold water on / the report
        Chief Don Brandt said a loaded pistol had been found. => Chief Don Brandt / said / a loaded pistol had been found
        Doctors were not convinced by his account. => Doctors / were not convinced / by his account
        The minister declined to rule out a tax. => The minister / declined / to rule out a tax
        Meridian denied losing a drone. => Meridian / denied / losing a drone
        The line denies both claims. => The line / denies / both claims
        The board said no books had been removed. => The board / said / no books had been removed
        The fund said only one bank had agreed. => The fund / said / only one bank had agreed
        The health board contradicted her, saying it knew of two. => The health board / contradicted / her ; The health board / saying / it knew of two
        The company called the accusation groundless. => The company / called / the accusation groundless
        The accountant pleaded not guilty. => The accountant / pleaded / not guilty
        The ministry promised an investigation. => The ministry / promised / an investigation
        Norair said most bags were returned. => Norair / said / most bags were returned
        State officials said about 12,000 gallons had leaked. => State officials / said / about 12,000 gallons had leaked
        An official who asked not to be named told us the talks were over. => An official / told / the talks were over
        A spokesman for Port Mere's navy accused the ships of ramming boats. => A spokesman for Port Mere's navy / accused / the ships of ramming boats
        Activists put the number of dead at 22. => Activists / put / the number of dead at 22
        The gallery disputes that it ever knew. => The gallery / disputes / that it ever knew
        Lottery bosses say the winning ticket was sold. => Lottery bosses / say / the winning ticket was sold
        A coast guard officer said the trawler had its nets in the water. => A coast guard officer / said / the trawler had its nets in the water
        The county fire marshal, Joe Pruitt, said there was a padlock. => The county fire marshal / said / there was a padlock
        A driver who survived said two planes circled. => A driver / said / two planes circled
        The owner told reporters the alarm had been switched off. => The owner / told / the alarm had been switched off
        The company said all exits were open. => The company / said / all exits were open
        The prison service said all of them had been fed. => The prison service / said / all of them had been fed
        The ship's doctor searched the galley and found no fault. => The ship's doctor / found / no fault
        Reyes called the prediction irresponsible. => Reyes / called / the prediction irresponsible
        The neighbour called the police. => ~~
        ‘It isn’t true,’ O’Neill told the court. => O’Neill / told / ‘It isn’t true,’
        """)
    void finds(String text, String expected) {
        assertEquals(expected.strip(), found(text));
    }

    private static String found(String text) {
        return drafts(text).stream()
                .filter(draft -> draft.parent == null)
                .map(draft -> (text(draft.source, text) + " / " + text(draft.cue, text) + " / "
                                + text(draft.content, text))
                        .strip())
                .collect(Collectors.joining(" ; "));
    }

    static List<Draft> drafts(String text) {
        return READING.drafts(READING.story(text));
    }

    private static String text(List<Span> spans, String text) {
        return spans.stream().map(span -> span.of(text)).collect(Collectors.joining("|"));
    }
}
