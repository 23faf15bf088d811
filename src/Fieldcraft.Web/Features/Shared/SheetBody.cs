using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Api;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>Boxes of a sheet, key to text: days as 2026-05-04, a tick as “true”. What is empty is left out.</summary>
public sealed record SheetBody(Dictionary<string, string?>? Boxes)
{
    internal Sheet ToSheet() => SheetInput.SheetOf(Boxes ?? []);

    internal IResult? Problem(SheetForm form) => InputProblem.All(form.Problems(ToSheet()));
}
