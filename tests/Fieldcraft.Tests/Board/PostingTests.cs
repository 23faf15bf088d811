using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Board;

public sealed class PostingTests
{
    private static readonly DateTimeOffset Now = Situations.Now;
    private static readonly DateOnly Today = Situations.Today;
    private static readonly CountedDays Weekdays = new(null, [], []);

    [Fact]
    public void Only_who_leads_posts_a_problem_and_anybody_the_rest()
    {
        foreach (var kind in Enum.GetValues<PostingKind>())
        {
            var posted = Posting.Post(Id.New<PostingId>(Now), Situations.Poster, null, false, Situations.Wording(kind), Now);
            posted.Refusal?.Code.ShouldBe("posting-problem-needs-lead");
            posted.IsRefused.ShouldBe(kind == PostingKind.Problem);
        }

        Situations.Posted(Situations.Wording(PostingKind.Problem)).Kind.ShouldBe(PostingKind.Problem);
        Situations
            .Posted()
            .Reword(Situations.Wording(PostingKind.Problem), false, Now)
            .Refusal!.Code.ShouldBe("posting-problem-needs-lead");
    }

    [Fact]
    public void A_posting_ends_names_challenges_and_says_what_is_left_for_it()
    {
        Problems(Situations.Wording()).ShouldBeEmpty();
        Problems(Situations.Wording() with { UntilOn = null }).ShouldBe(["untilOn: missing"]);
        Problems(Situations.Wording() with { UntilOn = Today, FromOn = Today.AddDays(1) }).ShouldBe(["untilOn: out-of-range"]);
        Problems(Situations.Wording() with { OffThePlate = " " }).ShouldBe(["offThePlate: missing"]);
        Problems(Situations.Wording(hours: 0) with { OffThePlate = null }).ShouldBeEmpty();
        Problems(Situations.Wording() with { Challenges = [] }).ShouldBe(["challenges: wrong-count"]);
        Problems(Situations.Wording() with { Challenges = ["adverse_conditions"] }).ShouldBe(["challenges: unknown"]);
        Problems(Situations.Wording() with { Challenges = [.. Domain.Assignments.Guard.ChallengeDimension.Task.Take(5).Select(d => d.Id)] })
            .ShouldBe(["challenges: wrong-count"]);
    }

    [Fact]
    public void Nobody_asks_themselves_twice_or_after_the_end()
    {
        var posting = Situations.Posted();

        Ask(posting, Situations.Poster).Refusal!.Code.ShouldBe("posting-is-own");
        Ask(posting, already: true).Refusal!.Code.ShouldBe("posting-asked-already");
        Ask(posting, today: posting.UntilOn).IsDone.ShouldBeTrue();
        Ask(posting, today: posting.UntilOn.AddDays(1)).Refusal!.Code.ShouldBe("posting-over");
        posting.Withdraw(Now).IsDone.ShouldBeTrue();
        posting.Withdraw(Now).Refusal!.Code.ShouldBe("posting-closed");
        Ask(posting).Refusal!.Code.ShouldBe("posting-closed");
    }

    [Fact]
    public void The_two_write_until_it_is_over_and_not_without_end()
    {
        var interest = Ask(Situations.Posted()).Value!;
        interest.WaitsForAnswer.ShouldBeTrue();

        interest.Write(interest.OwnerId, "One more thing", 1, PlainSealer.One, Now).IsDone.ShouldBeTrue();
        interest.WaitsForAnswer.ShouldBeTrue("Only the poster's line is an answer.");
        interest.Write(interest.PosterId, "Come by on Tuesday", 2, PlainSealer.One, Now).IsDone.ShouldBeTrue();
        interest.WaitsForAnswer.ShouldBeFalse();
        interest.Write(interest.PosterId, "…", Interest.LinesAtMost, PlainSealer.One, Now).Refusal!.Code.ShouldBe("interest-full");
        interest.Lines.Select(l => l.IsOwners).ShouldBe([true, true, false]);

        interest.TakeUp(Now).IsDone.ShouldBeTrue();
        interest.CloseWithPosting(Now).Refusal!.Code.ShouldBe("interest-over");
        interest.Write(interest.OwnerId, "Good", 3, PlainSealer.One, Now).IsDone.ShouldBeTrue();
        interest.End(Now).IsDone.ShouldBeTrue();
        interest.Write(interest.OwnerId, "Hello", 4, PlainSealer.One, Now).Refusal!.Code.ShouldBe("interest-over");
        interest.TakeUp(Now).Refusal!.Code.ShouldBe("interest-over");
    }

    [Fact]
    public void Ten_counted_days_without_an_answer_pass_over_weekends_holidays_and_leave()
    {
        var interest = Ask(Situations.Posted()).Value!;

        // Monday plus ten weekdays ends on Monday in two weeks.
        interest.HasWaited(10, Weekdays, Today.AddDays(14)).ShouldBeFalse();
        interest.HasWaited(10, Weekdays, Today.AddDays(15)).ShouldBeTrue();
        var holiday = new CountedDays(null, [Today.AddDays(2)], []);
        interest.HasWaited(10, holiday, Today.AddDays(15)).ShouldBeFalse();
        interest.HasWaited(10, holiday, Today.AddDays(16)).ShouldBeTrue();
        interest.HasWaited(10, new CountedDays(null, [], [new DaySpan(Today.AddDays(15), null)]), Today.AddDays(15)).ShouldBeFalse();

        interest.NotePosterAway(Today.AddDays(4), Now);
        interest.HasWaited(10, Weekdays, Today.AddDays(15)).ShouldBeFalse("Whoever was away has all days from their return.");
        interest.HasWaited(10, Weekdays, Today.AddDays(19)).ShouldBeTrue();
        interest.Write(interest.PosterId, "Yes", 1, PlainSealer.One, Now);
        interest.HasWaited(10, Weekdays, Today.AddDays(90)).ShouldBeFalse();
    }

    [Fact]
    public void A_posting_is_flagged_once_and_no_longer_when_it_is_answered_or_closed()
    {
        var posting = Situations.Posted();

        posting.Flag(Today, Now).ShouldBeTrue();
        posting.Flag(Today, Now).ShouldBeFalse();
        posting.Unflag(Now);
        posting.FlaggedOn.ShouldBeNull();
        posting.Close(PostingEnd.NoAnswer, Now).IsDone.ShouldBeTrue();
        posting.Flag(Today, Now).ShouldBeFalse();
        posting.ClosedAs.ShouldBe(PostingEnd.NoAnswer);
    }

    private static List<string> Problems(PostingWording wording) => [.. wording.Problems().Select(p => $"{p.Path}: {p.Code}")];

    private static Outcome<Interest> Ask(Posting posting, PersonId? by = null, bool already = false, DateOnly? today = null) =>
        Interest.Express(
            Id.New<InterestId>(Now),
            posting,
            by ?? Id.New<PersonId>(Now),
            already,
            "How does it show?",
            WorkNewness.New,
            PlainSealer.One,
            today ?? Today,
            Now
        );
}
