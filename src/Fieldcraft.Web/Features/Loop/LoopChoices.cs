using Fieldcraft.Domain.Loop;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>What can be chosen when an idea is answered.</summary>
public static class LoopChoices
{
    public static IEnumerable<Choice> Kinds(Words words, bool mayMerge) =>
        Enum.GetValues<IdeaAnswerKind>()
            .Where(k => mayMerge || k != IdeaAnswerKind.Merged)
            .Select(k => new Choice(k.ToString(), words[$"loop.answer.kind.{k}"], words[$"loop.answer.kind.{k}.hint"]));

    public static IReadOnlyList<Choice> Targets(IEnumerable<MergeTarget> targets) =>
        [.. targets.Select(t => new Choice(t.Id.Value.ToString(), $"{Shortened(t.Text)} ({t.Site})"))];

    private static string Shortened(string text) => text.Length <= 90 ? text : $"{text[..89]}…";
}
