using System.Globalization;
using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Domain.Frameworks.Importing;

/// <summary>
/// Reads a CASE package: items of the level of capabilities become capabilities, the items below them their texts. Which level that is, the item types
/// say ("Capability", "Competency"); without them it is the lowest level that has something below it, and in a flat list every item.
/// </summary>
public sealed class CasePackage
{
    /// <summary>More items than this are no framework of capabilities.</summary>
    public const int ItemsAtMost = 2_000;

    /// <summary>How this program says in <c>conceptKeywords</c> what CASE has no member for.</summary>
    internal const string Keyword = "fieldcraft:";
    internal const string SeenBy = Keyword + "seen-by:";
    internal const string Builds = Keyword + "built-by:";
    internal const string Hidden = Keyword + "hidden";
    private static readonly string[] CapabilityTypes = ["capability", "competency", "competence", "skill"];
    private readonly List<ReadFinding> _findings = [];
    private readonly List<Item> _items = [];
    private readonly Dictionary<Guid, Item> _byIdentifier = [];

    private CasePackage() { }

    public static FrameworkFile Read(string json)
    {
        var package = new CasePackage();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            return package.Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            var line = ((broken.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            return new FrameworkFile([], [new ReadFinding("$", "", line, ReadFindings.NotJson)], []);
        }
    }

    private FrameworkFile Read(JsonElement root)
    {
        if (new CaseShape(_findings).Holds(root))
        {
            TakeItems(root.GetProperty("CFItems"));
            if (root.TryGetProperty("CFAssociations", out var associations))
            {
                TakeAssociations(associations);
            }
        }

        if (_findings.Count > 0)
        {
            return new FrameworkFile([], _findings, []);
        }

        var capabilities = Capabilities();
        var read = capabilities.SelectMany(c => c.Children).Concat(capabilities).ToHashSet();
        return new FrameworkFile(
            [.. capabilities.Select(Capability)],
            [],
            [
                .. _items
                    .Where(i => !read.Contains(i))
                    .Select(i => new ReadFinding(i.Path, "", ReadFindings.Shown(i.Statement), "other-level")),
            ]
        );
    }

    private void TakeItems(JsonElement items)
    {
        foreach (var (element, place) in items.EnumerateArray().Select((e, i) => (e, i)))
        {
            var item = new Item(string.Create(CultureInfo.InvariantCulture, $"$.CFItems[{place}]"), element);
            _items.Add(item);
            if (!_byIdentifier.TryAdd(item.Identifier, item))
            {
                _findings.Add(new ReadFinding($"{item.Path}.identifier", "", item.Identifier.ToString("D"), ReadFindings.Duplicate));
            }
        }
    }

    private void TakeAssociations(JsonElement associations)
    {
        var children = associations
            .EnumerateArray()
            .Select(
                (e, place) => (Element: e, Path: string.Create(CultureInfo.InvariantCulture, $"$.CFAssociations[{place}]"), Place: place)
            )
            .Where(a => a.Element.GetProperty("associationType").GetString() == "isChildOf")
            .OrderBy(a => a.Element.TryGetProperty("sequenceNumber", out var number) ? number.GetInt32() : int.MaxValue)
            .ThenBy(a => a.Place);
        foreach (var (element, path, _) in children)
        {
            if (!_byIdentifier.TryGetValue(NodeOf(element, "originNodeURI"), out var child))
            {
                _findings.Add(
                    new ReadFinding($"{path}.originNodeURI.identifier", "", NodeOf(element, "originNodeURI").ToString("D"), "no-such-item")
                );
            }
            else if (_byIdentifier.TryGetValue(NodeOf(element, "destinationNodeURI"), out var parent) && child.Parent is null)
            {
                if (parent.AndAbove().Contains(child))
                {
                    _findings.Add(new ReadFinding(path, "", ReadFindings.Shown(child.Statement), ReadFindings.Cycle));
                    continue;
                }

                child.Parent = parent;
                parent.Children.Add(child);
            }
        }
    }

    private List<Item> Capabilities()
    {
        var typed = _items.Where(i => CapabilityTypes.Contains(i.Type, StringComparer.OrdinalIgnoreCase)).ToList();
        if (typed.Count > 0)
        {
            return typed;
        }

        var lowest = _items.Where(i => i.Children.Count > 0 && i.Children.TrueForAll(c => c.Children.Count == 0)).ToList();
        return lowest.Count > 0 ? lowest : [.. _items.Where(i => i.Children.Count == 0)];
    }

    private static ReadCapability Capability(Item item)
    {
        var typed = item.Children.ToLookup(c => c.Type, StringComparer.OrdinalIgnoreCase);
        var isTyped = typed.Contains("Level") || typed.Contains("Example") || typed.Contains("Statement");
        var texts = item.Children.ConvertAll(c => c.Statement);
        var areLevels = !isTyped && texts.Count == Frameworks.Capability.Levels;
        var areStatements = !isTyped && !areLevels && texts.Count is > 0 and < Frameworks.Capability.Levels;
        var areExamples = !isTyped && texts.Count > Frameworks.Capability.Levels;
        var code = item.Text("humanCodingScheme");
        var id = code is not null && FrameworkContent.IsId(code) ? code : null;
        var keywords = item.Keywords;
        return new ReadCapability
        {
            Place = item.Path,
            Id = id,
            // An identifier that this program gave says nothing more than the id.
            CaseIdentifier = id is not null && item.Identifier == CaseIdentifiers.Of("capability", id) ? null : item.Identifier,
            Name = item.Text("abbreviatedStatement") ?? item.Statement,
            LevelTexts = areLevels ? texts : Of("Level"),
            Statements =
                areStatements ? texts
                : isTyped ? Of("Statement") ?? []
                : null,
            Examples =
                areExamples ? texts
                : isTyped ? Of("Example") ?? []
                : null,
            BestSeenBy = Groups(keywords),
            IsHidden = keywords.Contains(Hidden, StringComparer.Ordinal),
            Weights = Weights(keywords),
        };

        IReadOnlyList<string>? Of(string type) => typed.Contains(type) ? [.. typed[type].Select(c => c.Statement)] : null;
    }

    private static IReadOnlyList<RaterGroup>? Groups(IReadOnlyList<string> keywords)
    {
        var groups = string.Join(',', keywords.Where(k => k.StartsWith(SeenBy, StringComparison.Ordinal)).Select(k => k[SeenBy.Length..]));
        return keywords.Any(k => k.StartsWith(Keyword, StringComparison.Ordinal)) ? RaterGroups.Read(groups).Groups : null;
    }

    private static Dictionary<string, int>? Weights(IReadOnlyList<string> keywords) =>
        keywords.Any(k => k.StartsWith(Keyword, StringComparison.Ordinal))
            ? ChallengeDimension.All.ToDictionary(
                d => d.Id,
                d =>
                    Enumerable
                        .Range(1, FrameworkContent.HighestWeight)
                        .LastOrDefault(w =>
                            keywords.Contains($"{Builds}{d.Id}:{w.ToString(CultureInfo.InvariantCulture)}", StringComparer.Ordinal)
                        ),
                StringComparer.Ordinal
            )
            : null;

    private static Guid NodeOf(JsonElement association, string end) =>
        Guid.ParseExact(association.GetProperty(end).GetProperty("identifier").GetString()!, "D");

    private sealed class Item(string path, JsonElement element)
    {
        public string Path => path;

        public Guid Identifier { get; } = Guid.ParseExact(element.GetProperty("identifier").GetString()!, "D");

        public string Statement { get; } = element.GetProperty("fullStatement").GetString()!.ReplaceLineEndings(" ").Trim();

        public string Type { get; } = element.TryGetProperty("CFItemType", out var type) ? type.GetString()!.Trim() : "";

        public IReadOnlyList<string> Keywords { get; } =
            element.TryGetProperty("conceptKeywords", out var words) ? [.. words.EnumerateArray().Select(w => w.GetString()!)] : [];

        public Item? Parent { get; set; }

        public List<Item> Children { get; } = [];

        public string? Text(string member) =>
            element.TryGetProperty(member, out var text) && text.GetString()!.Trim() is { Length: > 0 } said ? said : null;

        public IEnumerable<Item> AndAbove()
        {
            for (var item = this; item is not null; item = item.Parent)
            {
                yield return item;
            }
        }
    }
}
