using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Domain.Frameworks.Importing;

/// <summary>The identifiers of a package: the same for the same thing in every export, so that other systems know it again.</summary>
internal static class CaseIdentifiers
{
    /// <summary>A UUID made from a name. CASE 1.0 takes the versions 1 to 5; this is a 5, though with the newer hash.</summary>
    public static Guid Of(string kind, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"fieldcraft/{kind}/{name}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>Writes a content as a CASE 1.0 package that can be taken in again and then changes nothing.</summary>
/// <param name="content">With every text in it, those of the default too.</param>
public sealed class CaseExport(FrameworkContent content, string title, string creator, string version, DateTimeOffset changedAt)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true };
    private readonly string _document = CaseIdentifiers.Of("document", version).ToString("D");

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteStartObject("CFDocument");
            Common(json, _document);
            json.WriteString("creator", creator);
            json.WriteString("title", title);
            json.WriteString("version", version);
            json.WriteEndObject();
            json.WriteStartArray("CFItems");
            foreach (var capability in content.Capabilities)
            {
                Item(json, IdentifierOf(capability), capability.Name!, "Capability", () => Keywords(json, capability));
                foreach (var (type, text, key) in Below(capability))
                {
                    Item(json, Child(capability, key), text, type, null);
                }
            }

            json.WriteEndArray();
            json.WriteStartArray("CFAssociations");
            foreach (var (capability, place) in content.Capabilities.Select((c, i) => (c, i)))
            {
                Association(json, IdentifierOf(capability), capability.Name!, _document, title, place + 1);
                foreach (var ((_, text, key), below) in Below(capability).Select((b, i) => (b, i)))
                {
                    Association(json, Child(capability, key), text, IdentifierOf(capability), capability.Name!, below + 1);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static IEnumerable<(string Type, string Text, string Key)> Below(Capability capability) =>
        [
            .. Texts("Level", capability.LevelTexts ?? []),
            .. Texts("Example", capability.Examples),
            .. Texts("Statement", capability.Statements),
        ];

    private static IEnumerable<(string Type, string Text, string Key)> Texts(string type, IReadOnlyList<string> texts) =>
        texts.Select((text, i) => (type, text, string.Create(CultureInfo.InvariantCulture, $"{type}/{i + 1}")));

    private static string IdentifierOf(Capability capability) =>
        (capability.CaseIdentifier ?? CaseIdentifiers.Of("capability", capability.Id)).ToString("D");

    private static string Child(Capability capability, string key) => CaseIdentifiers.Of("text", $"{capability.Id}/{key}").ToString("D");

    private void Common(Utf8JsonWriter json, string identifier)
    {
        json.WriteString("identifier", identifier);
        json.WriteString("uri", $"urn:uuid:{identifier}");
        json.WriteString("lastChangeDateTime", changedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    private void Item(Utf8JsonWriter json, string identifier, string statement, string type, Action? more)
    {
        json.WriteStartObject();
        Common(json, identifier);
        json.WriteString("fullStatement", statement);
        json.WriteString("CFItemType", type);
        more?.Invoke();
        json.WriteEndObject();
    }

    private void Keywords(Utf8JsonWriter json, Capability capability)
    {
        json.WriteString("humanCodingScheme", capability.Id);
        json.WriteStartArray("conceptKeywords");
        foreach (var group in capability.BestSeenBy)
        {
            json.WriteStringValue(CasePackage.SeenBy + RaterGroups.Word(group));
        }

        var weights = content.WeightsOf(capability.Id);
        foreach (var dimension in ChallengeDimension.All.Where(d => weights.ContainsKey(d.Id)))
        {
            json.WriteStringValue(
                string.Create(CultureInfo.InvariantCulture, $"{CasePackage.Builds}{dimension.Id}:{weights[dimension.Id]}")
            );
        }

        if (capability.IsHidden)
        {
            json.WriteStringValue(CasePackage.Hidden);
        }

        json.WriteEndArray();
    }

    private void Association(Utf8JsonWriter json, string child, string childTitle, string parent, string parentTitle, int place)
    {
        json.WriteStartObject();
        Common(json, CaseIdentifiers.Of("association", $"{child}/{parent}").ToString("D"));
        json.WriteString("associationType", "isChildOf");
        json.WriteNumber("sequenceNumber", place);
        Node(json, "originNodeURI", child, childTitle);
        Node(json, "destinationNodeURI", parent, parentTitle);
        json.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter json, string name, string identifier, string title)
    {
        json.WriteStartObject(name);
        json.WriteString("title", title);
        json.WriteString("identifier", identifier);
        json.WriteString("uri", $"urn:uuid:{identifier}");
        json.WriteEndObject();
    }
}
