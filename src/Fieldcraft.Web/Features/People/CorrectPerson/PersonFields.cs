using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Fieldcraft.Web.Features.People.CorrectPerson;

/// <summary>The fields of a person with what there is to choose from.</summary>
public sealed record PersonFields(PersonForm Form, IReadOnlyList<Choice> Units, bool IsNew)
{
    /// <summary>Says each finding at the field it belongs to.</summary>
    public static void Tell(ModelStateDictionary state, IReadOnlyList<ImportFinding> findings, Words words)
    {
        foreach (var finding in findings)
        {
            var field = DirectoryColumns.Named(finding.Column) is { } column ? $"Form.{column}" : "";
            state.AddModelError(
                field,
                finding.Code == FindingCode.DuplicateId ? words["people.form.number_taken"] : ImportReportRow.ReasonOf(finding, words)
            );
        }
    }
}
