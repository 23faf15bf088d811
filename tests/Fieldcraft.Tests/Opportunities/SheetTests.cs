using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Opportunities;

public sealed class SheetTests
{
    [Fact]
    public void What_does_not_fit_a_box_is_named_with_its_box()
    {
        var sheet = Of(("name", new string('a', SheetBox.LineLength + 1)), ("contact", "4"), ("nextOn", "31.12.2026"), ("colour", "red"));

        SheetForms
            .Customer.Problems(sheet)
            .Select(p => (p.Path, p.Code))
            .ShouldBe(
                [("colour", "unknown"), ("name", "too-long"), ("contact", "out-of-range"), ("nextOn", "out-of-range")],
                ignoreOrder: true
            );
        SheetForms.Customer.Problems(Sheet.Empty).Single().ShouldBe(new InputProblem("name", InputProblems.Missing));
        SheetForms.Customer.Problems(Of(("name", "Ines"), ("contact", "3"), ("nextOn", "2026-12-31"))).ShouldBeEmpty();
        SheetForms.Talk.Problems(Of(("asked", "nothing"))).Single().Code.ShouldBe(InputProblems.OutOfRange);
        SheetForms.Agreement.Problems(Of(("hours", "-1"))).Single().Code.ShouldBe(InputProblems.OutOfRange);
    }

    [Fact]
    public void White_space_is_no_text_and_an_emptied_box_goes()
    {
        var before = Of(("lesson", "Ask first"), ("forMe", " \n "), ("benefit", "x"));
        before.Has("forMe").ShouldBeFalse();

        var after = before.With(SheetForms.End, Of(("lesson", " ")));
        after.Said.Keys.ShouldBe(["benefit"]);
        before.ChangedIn(SheetForms.End, after).ShouldBe(["lesson"]);
        before.ChangedIn(SheetForms.End, Of(("lesson", "Ask first "), ("benefit", "y"))).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_forms_of_one_sheet_share_a_box()
    {
        SheetForm[] together =
        [
            SheetForms.Begin,
            SheetForms.Idea,
            SheetForms.Champion,
            SheetForms.UpwardTalk,
            SheetForms.Agreement,
            SheetForms.Result,
            SheetForms.End,
        ];
        together.SelectMany(f => f.Boxes).Select(b => b.Key).ShouldBeUnique();
        SheetForms.Talk.Boxes.Concat(SheetForms.Summary.Boxes).Select(b => b.Key).ShouldBeUnique();
        together.Append(SheetForms.Review).SelectMany(f => f.Boxes).Select(b => b.Key).ShouldBeUnique();
    }

    [Fact]
    public void Only_a_note_from_outside_can_be_put_before_the_unit()
    {
        var unit = Id.New<UnitId>(Given.Now);
        var customer = ProviderEntry.Write(
            Id.New<ProviderEntryId>(Given.Now),
            Given.Owner,
            ProviderEntryKind.Customer,
            Of(("name", "Ines")),
            PlainSealer.One,
            Given.Now
        );
        customer.ShareWithUnit(unit, Of(("name", "Ines")), Given.Now).Refusal!.Code.ShouldBe("entry-stays-private");
        customer.SharedWith.ShouldBeNull();
    }

    [Fact]
    public void A_talk_keeps_a_confirmed_need_only_while_its_words_stay()
    {
        var dialogue = CustomerDialogue
            .Prepare(
                Id.New<CustomerDialogueId>(Given.Now),
                Given.Owner,
                Id.New<ProviderEntryId>(Given.Now),
                ["g1"],
                TestRules(),
                PlainSealer.One,
                Given.Now
            )
            .Value!;
        dialogue.TakeReply(Of(("need", "Fewer returns")), confirms: true, PlainSealer.One, Given.Now);
        dialogue.NeedConfirmedAt.ShouldNotBeNull();
        dialogue.Note(Of(("facts", "x")), Given.Today, true, needIsAsConfirmed: true, PlainSealer.One, Given.Now);
        dialogue.NeedConfirmedAt.ShouldNotBeNull();
        dialogue.Note(Of(("need", "More returns")), Given.Today, true, needIsAsConfirmed: false, PlainSealer.One, Given.Now);
        dialogue.NeedConfirmedAt.ShouldBeNull();
        dialogue.TakeReply(Sheet.Empty, confirms: true, PlainSealer.One, Given.Now);
        dialogue.NeedConfirmedAt.ShouldBeNull("an empty need is none");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_talk_takes_one_to_ten_questions(int count) =>
        CustomerDialogue
            .Prepare(
                Id.New<CustomerDialogueId>(Given.Now),
                Given.Owner,
                Id.New<ProviderEntryId>(Given.Now),
                [.. Enumerable.Range(0, count).Select(i => $"g{i}")],
                TestRules(),
                PlainSealer.One,
                Given.Now
            )
            .Refusal!.Code.ShouldBe("dialogue-questions");

    private static OpportunityRules TestRules() =>
        new()
        {
            CustomersWithNextContact = 3,
            EntriesAtMost = 40,
            QuestionsAtLeast = 5,
            QuestionsAtMost = 10,
            TrialWeeksAtLeast = 2,
            TrialWeeksAtMost = 8,
            LinkDays = 14,
        };

    private static Sheet Of(params (string Key, string Text)[] boxes) => new(boxes.Select(b => KeyValuePair.Create(b.Key, b.Text)));
}
