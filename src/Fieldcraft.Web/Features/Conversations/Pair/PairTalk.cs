using System.Globalization;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments;

namespace Fieldcraft.Web.Features.Conversations.Pair;

/// <summary>
/// Where an hour for two stands. All of it is in the address, so a reload, a dead battery and a page without script find the same place: which
/// assignment it is about, when it began, which part is in sight.
/// </summary>
public sealed record PairTalk(SessionScript Script, Guid? Assignment, DateTimeOffset Began, int Part)
{
    public ScriptStage Stage => Script.Stages[Part];

    /// <summary>When this part is meant to end.</summary>
    public DateTimeOffset Ends => Began.AddMinutes(Script.Stages.Take(Part + 1).Sum(s => s.Minutes));

    public bool IsLast => Part == Script.Stages.Count - 1;

    public string Address(int part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ConversationsLinks.Pair}?assignment={Assignment}&began={Began.ToUnixTimeSeconds()}&part={part}"
        );

    /// <summary>
    /// The questions that the other one may begin with: what speaks to the owner, else what leads on from most assignments (goals, tries, what
    /// hindered). Three, because a quarter of an hour holds no more.
    /// </summary>
    public static IReadOnlyList<TriggerQuestion> Questions(Knowledge knowledge, OpenInquiry? inquiry)
    {
        var speaking = knowledge.Questions.Where(q => inquiry?.Now(q.Id)?.Resonates == true);
        var usual = Usual.Select(knowledge.Question).OfType<TriggerQuestion>();
        return [.. speaking.Concat(usual).DistinctBy(q => q.Id).Take(AtOnce)];
    }

    private const int AtOnce = 3;

    private static readonly string[] Usual = ["p4", "p5", "p10"];
}
