using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Conversations;

public sealed class LiveSessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Dana = Id.New<PersonId>(Now);
    private static readonly PersonId Tala = Id.New<PersonId>(Now.AddSeconds(1));

    private static readonly SessionScript Script = new(
        "test",
        ScriptUse.Room,
        [
            new("arrive", StageKind.Gather, 5),
            new("tell", StageKind.Discuss, 5, Turn: true),
            new("note", StageKind.Commit, 4, Turn: true),
            new("shown", StageKind.Reveal, 3, Of: "note", Turn: true),
            new("close", StageKind.Gather, 2),
        ]
    );

    [Fact]
    public void Turns_are_repeated_together_and_refer_to_their_own_round()
    {
        var stages = Script.For([Dana, Tala]);

        stages.Select(s => s.Key).ShouldBe(["arrive", "tell", "note", "shown", "tell", "note", "shown", "close"]);
        stages.Select(s => s.Turn).ShouldBe([null, Dana.Value, Dana.Value, Dana.Value, Tala.Value, Tala.Value, Tala.Value, null]);
        stages[3].Of.ShouldBe(2);
        stages[6].Of.ShouldBe(5);
    }

    [Fact]
    public void A_reveal_of_nothing_is_found_when_the_script_is_read() =>
        Should.Throw<FormatException>(() =>
            new SessionScript(
                "wrong",
                ScriptUse.Group,
                [new("shown", StageKind.Reveal, 3, Of: "later"), new("later", StageKind.Answer, 3)]
            ).For([])
        );

    [Fact]
    public void The_end_of_a_stage_is_a_moment_and_a_pause_keeps_what_is_left()
    {
        var session = Begun();
        session.StageEndsAt.ShouldBe(Now.AddMinutes(5));

        session.Pause(Dana, Now.AddMinutes(2)).IsDone.ShouldBeTrue();
        (session.State, session.StageEndsAt, session.Remaining).ShouldBe((SessionState.Paused, null, TimeSpan.FromMinutes(3)));
        session.AddMinutes(Dana, 1, Now.AddMinutes(30));
        session.Resume(Dana, Now.AddMinutes(60));

        session.StageEndsAt.ShouldBe(Now.AddMinutes(64));
        session.AddMinutes(Dana, 5, Now.AddMinutes(90));
        session.StageEndsAt.ShouldBe(Now.AddMinutes(95), "Time that is up grows from now, not from long ago.");
    }

    [Fact]
    public void Two_who_move_on_at_the_same_moment_move_one_stage()
    {
        var session = Begun();

        session.MoveOn(Dana, 0, Now).IsDone.ShouldBeTrue();
        session.MoveOn(Tala, 0, Now).IsDone.ShouldBeTrue();

        session.Stage.ShouldBe(1);
        session.GoBack(Dana, 1, Now).IsDone.ShouldBeTrue();
        session.GoBack(Dana, 0, Now).Refusal!.Code.ShouldBe("session-first-stage");
    }

    [Fact]
    public void The_last_stage_is_not_passed_and_the_end_takes_the_code_away()
    {
        var session = Begun();
        for (var i = 0; i < session.Stages.Count - 1; i++)
        {
            session.MoveOn(Dana, i, Now).IsDone.ShouldBeTrue();
        }

        session.MoveOn(Dana, session.Stage, Now).Refusal!.Code.ShouldBe("session-last-stage");
        session.Code.ShouldNotBeNull();
        session.End(Dana, Now).IsDone.ShouldBeTrue();

        (session.State, session.Code, session.Current).ShouldBe((SessionState.Ended, null, null));
        session.Pause(Dana, Now).Refusal!.Code.ShouldBe("session-not-running");
        session.Begin(Dana, Now).Refusal!.Code.ShouldBe("session-ended");
    }

    [Fact]
    public void A_session_in_which_people_have_written_is_not_called_off()
    {
        var session = Begun();

        session.CallOff(Dana, Now).Refusal!.Code.ShouldBe("session-begun");
        session.Appoint(Dana, null, Now).Refusal!.Code.ShouldBe("session-begun");
    }

    [Fact]
    public void An_answer_is_shown_only_with_its_author_wanting_it_and_after_the_reveal()
    {
        var sealer = new PlainSealer();
        var answer = SessionAnswer.Begin(Id.New<SessionAnswerId>(Now), Id.New<LiveSessionId>(Now), Tala, 2);

        answer.Write("mine", sealer, copy: null, revealed: false, Now);
        answer.Reveal(Now).ShouldBeFalse();
        answer.IsShown.ShouldBeFalse();
        answer.Write("for you", sealer, sealer, revealed: false, Now);
        answer.IsShown.ShouldBeFalse();
        answer.Hide(Dana, Now).Refusal!.Code.ShouldBe("answer-not-revealed");
        answer.Reveal(Now).ShouldBeTrue();
        answer.IsShown.ShouldBeTrue();
        answer.Hide(Dana, Now);
        answer.IsShown.ShouldBeFalse();
        answer.ShowAgain(Dana, Now);
        answer.TakeBack(Now);

        (answer.IsShown, answer.Shown, answer.HasText).ShouldBe((false, null, true));
    }

    [Theory]
    [InlineData("abc-def", "ABCDEF")]
    [InlineData(" ab c d e f", "ABCDEF")]
    [InlineData("ABCDE", null)]
    [InlineData("ABCDE0", null)]
    public void A_code_is_read_as_it_is_typed(string typed, string? meant) => JoinCode.Read(typed).ShouldBe(meant);

    private static LiveSession Begun()
    {
        var session = LiveSession.Plan(
            Id.New<LiveSessionId>(Now),
            Dana,
            new SessionFacts("Test", "test", Script.For([Dana, Tala])),
            "ABCDEF",
            Now
        );
        session.Begin(Dana, Now).IsDone.ShouldBeTrue();
        return session;
    }
}
