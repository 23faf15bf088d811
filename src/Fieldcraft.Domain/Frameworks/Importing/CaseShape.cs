using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.Domain.Frameworks.Importing;

/// <summary>
/// The shape of a CASE 1.0 package (IMS Global, Competencies and Academic Standards Exchange): which members there are, which must be there, and what
/// each holds. Members that CASE 1.1 added are known and not read; any other is named, because a misspelt member would silently lose something.
/// </summary>
internal sealed class CaseShape(List<ReadFinding> findings)
{
    private const int FindingsAtMost = 200;

    private delegate string? Check(JsonElement value);

    private sealed record Member(Check Check, bool IsNeeded = false, IReadOnlyDictionary<string, Member>? Inside = null);

    private static readonly Member Text = new(v => v.ValueKind == JsonValueKind.String ? null : ReadFindings.WrongKind);
    private static readonly Member Texts = new(v =>
        v.ValueKind == JsonValueKind.Array && v.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String)
            ? null
            : ReadFindings.WrongKind
    );
    private static readonly Member Number = new(v =>
        v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out _) ? null : ReadFindings.WrongKind
    );
    private static readonly Member Day = new(v =>
        IsText(v, t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
    );
    private static readonly Member Anything = new(_ => null);
    private static readonly Member NeededText = new(v => IsText(v, t => t.Trim().Length > 0, ReadFindings.Missing), IsNeeded: true);
    private static readonly Member NeededUri = new(v => IsText(v, t => Uri.TryCreate(t, UriKind.Absolute, out _)), IsNeeded: true);
    private static readonly Member Identifier = new(v => IsText(v, t => Guid.TryParseExact(t, "D", out _)), IsNeeded: true);
    private static readonly Member Moment = new(
        v =>
            IsText(
                v,
                t => t.Length > 10 && DateTimeOffset.TryParse(t, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ),
        IsNeeded: true
    );
    private static readonly Member Link = new(
        Anything.Check,
        Inside: new Dictionary<string, Member>(StringComparer.Ordinal)
        {
            ["title"] = Text,
            ["identifier"] = Identifier,
            ["uri"] = Text,
            ["targetType"] = Text,
        }
    );
    private static readonly Member Document = Object(
        new(StringComparer.Ordinal)
        {
            ["identifier"] = Identifier,
            ["uri"] = NeededUri,
            ["creator"] = NeededText,
            ["title"] = NeededText,
            ["lastChangeDateTime"] = Moment,
            ["officialSourceURL"] = Text,
            ["publisher"] = Text,
            ["description"] = Text,
            ["subject"] = Texts,
            ["subjectURI"] = Anything,
            ["language"] = Text,
            ["version"] = Text,
            ["adoptionStatus"] = OneOf(["Private Draft", "Draft", "Adopted", "Deprecated"], isNeeded: false),
            ["statusStartDate"] = Day,
            ["statusEndDate"] = Day,
            ["licenseURI"] = Link,
            ["notes"] = Text,
            ["CFPackageURI"] = Anything,
            ["caseVersion"] = Text,
            ["frameworkType"] = Text,
            ["extensions"] = Anything,
        }
    );
    private static readonly Member Item = Object(
        new(StringComparer.Ordinal)
        {
            ["identifier"] = Identifier,
            ["uri"] = NeededUri,
            ["fullStatement"] = NeededText,
            ["lastChangeDateTime"] = Moment,
            ["alternativeLabel"] = Text,
            ["CFItemType"] = Text,
            ["CFItemTypeURI"] = Link,
            ["humanCodingScheme"] = Text,
            ["listEnumeration"] = Text,
            ["abbreviatedStatement"] = Text,
            ["conceptKeywords"] = Texts,
            ["conceptKeywordsURI"] = Link,
            ["notes"] = Text,
            ["language"] = Text,
            ["educationLevel"] = Texts,
            ["licenseURI"] = Link,
            ["statusStartDate"] = Day,
            ["statusEndDate"] = Day,
            ["CFDocumentURI"] = Anything,
            ["subject"] = Texts,
            ["subjectURI"] = Anything,
            ["extensions"] = Anything,
        }
    );
    private static readonly Member Association = Object(
        new(StringComparer.Ordinal)
        {
            ["identifier"] = Identifier,
            ["associationType"] = OneOf(
                [
                    "isChildOf",
                    "isPeerOf",
                    "isPartOf",
                    "exactMatchOf",
                    "precedes",
                    "isRelatedTo",
                    "replacedBy",
                    "exemplar",
                    "hasSkillLevel",
                    "isTranslationOf",
                ],
                isNeeded: true
            ),
            ["sequenceNumber"] = Number,
            ["uri"] = NeededUri,
            ["originNodeURI"] = Link with { IsNeeded = true },
            ["destinationNodeURI"] = Link with { IsNeeded = true },
            ["lastChangeDateTime"] = Moment,
            ["CFAssociationGroupingURI"] = Link,
            ["CFDocumentURI"] = Anything,
            ["notes"] = Text,
            ["extensions"] = Anything,
        }
    );
    private static readonly Dictionary<string, Member> Package = new(StringComparer.Ordinal)
    {
        ["CFDocument"] = Document with { IsNeeded = true },
        ["CFItems"] = List(isNeeded: true),
        ["CFAssociations"] = List(isNeeded: false),
        ["CFDefinitions"] = Anything,
        ["CFRubrics"] = Anything,
        ["extensions"] = Anything,
    };

    /// <summary>Whether the package has the shape; what it lacks is among the findings.</summary>
    public bool Holds(JsonElement package)
    {
        if (package.ValueKind != JsonValueKind.Object)
        {
            Find("$", "", ReadFindings.WrongKind);
            return false;
        }

        Members("$", package, Package);
        Each(package, "CFItems", Item);
        Each(package, "CFAssociations", Association);
        return findings.Count == 0;
    }

    private void Each(JsonElement package, string name, Member member)
    {
        if (!package.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        if (list.GetArrayLength() > CasePackage.ItemsAtMost)
        {
            Find($"$.{name}", list.GetArrayLength().ToString(CultureInfo.InvariantCulture), "too-many-items");
            return;
        }

        var place = 0;
        foreach (var element in list.EnumerateArray())
        {
            Value(string.Create(CultureInfo.InvariantCulture, $"$.{name}[{place++}]"), element, member);
        }
    }

    private void Members(string path, JsonElement element, IReadOnlyDictionary<string, Member> members)
    {
        foreach (var needed in members.Where(m => m.Value.IsNeeded && !element.TryGetProperty(m.Key, out _)))
        {
            Find($"{path}.{needed.Key}", "", ReadFindings.Missing);
        }

        foreach (var property in element.EnumerateObject())
        {
            var inside = $"{path}.{ReadFindings.Shown(property.Name)}";
            if (members.TryGetValue(property.Name, out var member))
            {
                Value(inside, property.Value, member);
            }
            else
            {
                Find(inside, "", ReadFindings.Unknown);
            }
        }
    }

    private void Value(string path, JsonElement value, Member member)
    {
        if (member.Inside is { } inside)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                Members(path, value, inside);
                return;
            }

            Find(path, value.GetRawText(), ReadFindings.WrongKind);
        }
        else if (member.Check(value) is { } code)
        {
            Find(path, value.GetRawText(), code);
        }
    }

    private void Find(string path, string value, string code)
    {
        if (findings.Count < FindingsAtMost)
        {
            findings.Add(new ReadFinding(path, "", ReadFindings.Shown(value), code));
        }
    }

    private static Member Object(Dictionary<string, Member> inside) => new(Anything.Check, Inside: inside);

    private static Member List(bool isNeeded) => new(v => v.ValueKind == JsonValueKind.Array ? null : ReadFindings.WrongKind, isNeeded);

    private static Member OneOf(string[] words, bool isNeeded) =>
        new(v => IsText(v, t => words.Contains(t, StringComparer.Ordinal), ReadFindings.Unknown), isNeeded);

    private static string? IsText(JsonElement value, Func<string, bool> holds, string code = ReadFindings.WrongKind) =>
        value.ValueKind != JsonValueKind.String ? ReadFindings.WrongKind
        : holds(value.GetString()!) ? null
        : code;
}
