using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>The scripts of <c>content/scripts.json</c>, read once and checked: a broken script stops the start, not a session.</summary>
public sealed class Scripts
{
    private readonly Dictionary<string, SessionScript> _byId;

    /// <exception cref="FormatException">A script cannot be run; the message names it.</exception>
    public Scripts(IReadOnlyList<SessionScript> scripts, Knowledge knowledge)
    {
        foreach (var script in scripts)
        {
            _ = script.For([]);
            var questions = script.Stages.Select(s => s.Question).OfType<string>().ToList();
            if (
                script.Id.Length > SessionScript.IdLength
                || script.Stages.Any(s => s.Minutes is < 1 or > SessionStage.LongestMinutes || (s.Turn && s.Question is not null))
                || questions.Exists(q => knowledge.Question(q) is null)
                || questions.Distinct(StringComparer.Ordinal).Count() != questions.Count
                || script.Stages.DistinctBy(s => s.Id).Count() != script.Stages.Count
            )
            {
                throw new FormatException($"scripts.json: {script.Id} has a stage that cannot be run.");
            }
        }

        All = scripts;
        _byId = scripts.ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<SessionScript> All { get; }

    /// <summary>Those that anybody can run with a group.</summary>
    public IEnumerable<SessionScript> ForGroups => All.Where(s => s.Use == ScriptUse.Group);

    public SessionScript this[string id] => _byId[id];

    public SessionScript? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public static Scripts Read(IServiceProvider provider) =>
        new(ContentFiles.Read<SessionScript>("scripts.json"), provider.GetRequiredService<Knowledge>());
}
