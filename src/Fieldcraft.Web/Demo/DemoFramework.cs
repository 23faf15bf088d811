using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Frameworks;

namespace Fieldcraft.Web.Demo;

/// <summary>What framework.json tells: what Meridian Post says otherwise than the default.</summary>
internal sealed record ToldFramework(
    string Note,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<Capability> Capabilities,
    IReadOnlyDictionary<string, Dictionary<string, int>> Weights
);

/// <summary>The second edition of the framework, published by the learning designer three months ago; before that the default was in use.</summary>
internal sealed class DemoFramework
{
    private const int WrittenDays = 12;
    private const int InUseDays = 91;
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
    private readonly Catalogue _standard;
    private readonly FrameworkEdition _edition;

    public DemoFramework(Catalogue standard, DateTimeOffset now)
    {
        var told = JsonSerializer.Deserialize<ToldFramework>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "framework.json")),
            Reading
        )!;
        var designer = DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == "learning_designer").EmployeeId);
        var (published, started) = (now.AddDays(-InUseDays), now.AddDays(-InUseDays - WrittenDays));
        _standard = standard;
        _edition = FrameworkEdition.Start(
            DemoIds.Of<FrameworkEditionId>(DemoIds.Founded, "edition/2"),
            standard.Number + 1,
            standard.Id,
            standard.Content,
            designer,
            started
        );
        _edition.Rewrite(Content(told, standard), designer, published);
        _edition.Publish(standard.Content, told.Note, designer, published);
        Second = new Catalogue(_edition.Id, _edition.Number, FrameworkContent.FromJson(_edition.Content));
    }

    /// <summary>The edition in use today.</summary>
    public Catalogue Second { get; }

    public void Tell(DemoRows rows) => rows.Editions.Add(_edition);

    /// <summary>The edition that was in use then.</summary>
    public Catalogue At(DateTimeOffset at) => at < _edition.PublishedAt ? _standard : Second;

    private static FrameworkContent Content(ToldFramework told, Catalogue standard)
    {
        var content = told.Capabilities.Aggregate(
            standard.Content,
            (written, c) => written.With(c.BestSeenBy.Count > 0 ? c : c with { BestSeenBy = standard.Find(c.Id)!.BestSeenBy })
        );
        content = told.Hidden.Aggregate(content, (written, id) => written.With(standard.Find(id)! with { IsHidden = true }));
        return told.Weights.Aggregate(content, (written, w) => written.Weighted(w.Key, w.Value));
    }
}
