using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Loop;

/// <summary>Ideas of one module, without a database.</summary>
internal static class Ideas
{
    public static readonly LoopRules Rules = DocumentedRules.All.Loop;
    public static readonly DateTimeOffset Day0 = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly UnitId Facility = New<UnitId>();
    public static readonly UnitId Network = New<UnitId>();
    public static readonly UnitId State = New<UnitId>();
    public static readonly LoopChain Whole = new(true, Facility, Network, State);
    public static readonly PersonId Leader = New<PersonId>();
    private static readonly ModuleId Module = New<ModuleId>();

    public static TId New<TId>()
        where TId : struct, IEntityId<TId> => Id.New<TId>(Day0);

    public static TeamIdea Submit(LoopChain? chain = null, PersonId? leader = null, DateTimeOffset? at = null) =>
        TeamIdea.Submit(
            New<TeamIdeaId>(),
            new IdeaOrigin(Module, New<TeachingSessionId>(), Facility, leader ?? Leader, true),
            "Put the labels where the hands are",
            false,
            chain ?? Whole,
            Rules,
            leader ?? Leader,
            at ?? Day0
        );

    public static ForwardSlot Slot(int number = 1) => new(Guid.NewGuid(), Guid.NewGuid(), 0, number);

    public static AnswerFacts NotNow(string why = "The belt is replaced in June") => new(IdeaAnswerKind.NotNow, null, null, why);

    public static AnswerFacts Adopted() => new(IdeaAnswerKind.Adopted, "The dock team", new DateOnly(2027, 4, 1), null);

    public static void Forward(this TeamIdea idea, DateTimeOffset? at = null) =>
        idea.Forward(Whole, Slot(), Rules, Leader, at ?? Day0).IsDone.ShouldBeTrue();

    /// <summary>What must hold of every idea at any moment, whatever happened.</summary>
    public static string? BrokenIn(IReadOnlyCollection<TeamIdea> ideas)
    {
        var byId = ideas.ToDictionary(i => i.Id);
        var into = ideas.ToDictionary(i => i.Id, i => i.MergedIntoId);
        foreach (var idea in ideas)
        {
            var open = idea.Stays.Where(s => s.IsOpen).ToList();
            if (idea.IsOpen && (open.Count != 1 || idea.Answers.Count > 0 || open[0].Tier != idea.Tier || open[0].DueOn != idea.DueOn))
            {
                return "an idea without an answer has not exactly one owner with a date";
            }

            if (!idea.IsOpen && (open.Count > 0 || idea.Answers.Count == 0 || idea.Answers[^1].Kind != idea.AnswerKind))
            {
                return "an answered idea still has an owner, or no answer";
            }

            if (IdeaMerging.RootOf(idea.Id, into) != idea.RootId || byId[idea.RootId].RootId != idea.RootId)
            {
                return "an idea follows another one than the end of its chain";
            }

            if (byId[idea.RootId].AnswerKind == IdeaAnswerKind.Merged)
            {
                return "a chain of merged ideas ends in none that is answered";
            }
        }

        return null;
    }
}
