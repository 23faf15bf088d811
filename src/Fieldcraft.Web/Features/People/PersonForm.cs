using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Web.Features.People;

/// <summary>What the form of a person sends; its values are those of a row of a file.</summary>
public sealed record PersonForm
{
    [MaxLength(DirectoryFacts.EmployeeIdLength)]
    public string? EmployeeId { get; init; }

    [Required, MaxLength(DirectoryFacts.NameLength)]
    public string FirstName { get; init; } = "";

    [MaxLength(DirectoryFacts.NameLength)]
    public string? LastName { get; init; }

    [MaxLength(DirectoryFacts.NameLength)]
    public string? PreferredName { get; init; }

    [MaxLength(DirectoryFacts.EmailLength)]
    public string? Email { get; init; }

    public PersonStatus Status { get; init; }

    [MaxLength(DirectoryFacts.JobTitleLength)]
    public string? JobTitle { get; init; }

    public DateOnly? DateInJob { get; init; }

    public DateOnly? StartDate { get; init; }

    [MaxLength(DirectoryFacts.EmailLength)]
    public string? SupervisorId { get; init; }

    [Required]
    public string Unit { get; init; } = "";

    [MaxLength(DirectoryFacts.LocationLength)]
    public string? Location { get; init; }

    [MaxLength(DirectoryFacts.WordLength)]
    public string? EmploymentType { get; init; }

    [MaxLength(DirectoryFacts.WordLength)]
    public string? Language { get; init; }

    [MaxLength(DirectoryFacts.WordLength)]
    public string? ShiftPattern { get; init; }

    [MaxLength(DirectoryFacts.WordLength)]
    public string? TimeZone { get; init; }

    /// <summary>The version that was changed; 0 for a new person.</summary>
    public int Version { get; init; }

    public static PersonForm Of(Person person, string unit, string? supervisor)
    {
        var facts = person.Facts();
        return new PersonForm
        {
            EmployeeId = facts.EmployeeId,
            FirstName = facts.FirstName,
            LastName = facts.LastName,
            PreferredName = facts.PreferredName,
            Email = facts.Email,
            Status = facts.Status,
            JobTitle = facts.JobTitle,
            DateInJob = facts.InJobSince,
            StartDate = facts.StartedOn,
            SupervisorId = supervisor,
            Unit = unit,
            Location = facts.Location,
            EmploymentType = facts.EmploymentType,
            Language = facts.Language,
            ShiftPattern = facts.ShiftPattern,
            TimeZone = facts.TimeZone,
            Version = person.Version,
        };
    }

    public IReadOnlyDictionary<DirectoryColumn, string> Cells() =>
        new Dictionary<DirectoryColumn, string>
        {
            [DirectoryColumn.EmployeeId] = EmployeeId?.Trim() ?? "",
            [DirectoryColumn.FirstName] = FirstName.Trim(),
            [DirectoryColumn.LastName] = LastName?.Trim() ?? "",
            [DirectoryColumn.PreferredName] = PreferredName?.Trim() ?? "",
            [DirectoryColumn.Email] = Email?.Trim() ?? "",
            [DirectoryColumn.Status] =
                Status.ToString() is nameof(PersonStatus.OnLeave) ? "L"
                : Status == PersonStatus.Left ? "T"
                : "A",
            [DirectoryColumn.JobTitle] = JobTitle?.Trim() ?? "",
            [DirectoryColumn.DateInJob] = DateInJob?.ToString("O", null) ?? "",
            [DirectoryColumn.StartDate] = StartDate?.ToString("O", null) ?? "",
            [DirectoryColumn.SupervisorId] = SupervisorId?.Trim() ?? "",
            [DirectoryColumn.Unit] = Unit,
            [DirectoryColumn.Location] = Location?.Trim() ?? "",
            [DirectoryColumn.EmploymentType] = EmploymentType?.Trim() ?? "",
            [DirectoryColumn.Language] = Language?.Trim() ?? "",
            [DirectoryColumn.ShiftPattern] = ShiftPattern?.Trim() ?? "",
            [DirectoryColumn.TimeZone] = TimeZone?.Trim() ?? "",
        };
}
