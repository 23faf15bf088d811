using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Shared;

internal static class SheetWords
{
    /// <summary>What stands in a box, as it is read: days and choices in words.</summary>
    public static string Said(this Words words, SheetForm form, SheetBox box, Sheet sheet) =>
        box.Kind switch
        {
            _ when !sheet.Has(box.Key) => "",
            BoxKind.Day when sheet.Day(box.Key) is { } day => words.Day(day),
            BoxKind.Choice or BoxKind.Scale => words[$"{box.OptionWords ?? $"sheet.{form.Id}.{box.Key}"}.{sheet[box.Key]}"],
            BoxKind.Tick => words["sheet.yes"],
            _ => sheet[box.Key],
        };
}
