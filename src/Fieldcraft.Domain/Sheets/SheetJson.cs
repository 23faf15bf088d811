using System.Text.Json;

namespace Fieldcraft.Domain.Sheets;

/// <summary>A sheet as it is sealed: one flat object, key to text.</summary>
public static class SheetJson
{
    public static string Write(Sheet sheet) => JsonSerializer.Serialize(sheet.Said);

    public static Sheet Read(string json) =>
        json.Length == 0 ? Sheet.Empty : new Sheet(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);
}
