namespace Fieldcraft.Domain.People.Importing;

/// <summary>What a directory file can say about a person, one column each.</summary>
public enum DirectoryColumn
{
    EmployeeId,
    FirstName,
    LastName,
    PreferredName,
    Email,
    Status,
    JobTitle,
    DateInJob,
    StartDate,
    SupervisorId,
    Unit,
    Location,
    EmploymentType,
    Language,
    ShiftPattern,
    TimeZone,
}

/// <summary>The names of the columns: as an export writes them, and as other systems call them.</summary>
public static class DirectoryColumns
{
    /// <summary>In the order in which an export writes them.</summary>
    public static readonly IReadOnlyList<DirectoryColumn> All = Enum.GetValues<DirectoryColumn>();

    /// <summary>Without these a row cannot be told from another one.</summary>
    public static readonly IReadOnlyList<DirectoryColumn> Needed = [DirectoryColumn.EmployeeId, DirectoryColumn.FirstName];

    // Compared without case, spaces and punctuation, so that "Employee ID", "employee_id" and "EmployeeID" are one.
    private static readonly Dictionary<DirectoryColumn, string[]> Synonyms = new()
    {
        [DirectoryColumn.EmployeeId] =
        [
            "employeeid",
            "employeenumber",
            "employeeno",
            "personnelnumber",
            "personnelno",
            "personid",
            "staffid",
            "staffnumber",
            "userid",
            "workerid",
            "id",
        ],
        [DirectoryColumn.FirstName] = ["firstname", "givenname", "forename", "first"],
        [DirectoryColumn.LastName] = ["lastname", "surname", "familyname", "last"],
        [DirectoryColumn.PreferredName] = ["preferredname", "knownas", "calledname", "nickname"],
        [DirectoryColumn.Email] = ["email", "emailaddress", "mail", "workemail", "primaryemail"],
        [DirectoryColumn.Status] = ["status", "employeestatus", "employmentstatus", "state"],
        [DirectoryColumn.JobTitle] = ["jobtitle", "title", "job", "position", "role", "function"],
        [DirectoryColumn.DateInJob] = ["dateinjob", "injobsince", "jobstartdate", "positionstart", "positionstartdate"],
        [DirectoryColumn.StartDate] = ["startdate", "hiredate", "dateofhire", "joined", "joiningdate", "entrydate", "startedon"],
        [DirectoryColumn.SupervisorId] =
        [
            "supervisorid",
            "supervisor",
            "managerid",
            "manager",
            "reportsto",
            "linemanager",
            "linemanagerid",
            "bossid",
        ],
        [DirectoryColumn.Unit] =
        [
            "unit",
            "orgunit",
            "organisationunit",
            "organizationunit",
            "organisationalunit",
            "organizationalunit",
            "department",
            "unitpath",
            "orgpath",
        ],
        [DirectoryColumn.Location] = ["location", "site", "worklocation", "place"],
        [DirectoryColumn.EmploymentType] = ["employmenttype", "contracttype", "contract", "workertype"],
        [DirectoryColumn.Language] = ["language", "preferredlanguage", "locale"],
        [DirectoryColumn.ShiftPattern] = ["shiftpattern", "shift", "roster"],
        [DirectoryColumn.TimeZone] = ["timezone", "tz", "zone"],
    };

    private static readonly Dictionary<string, DirectoryColumn> BySynonym = Synonyms
        .SelectMany(s => s.Value.Select(name => (name, s.Key)))
        .ToDictionary(s => s.name, s => s.Key, StringComparer.Ordinal);

    /// <summary>The name of a column in an export and in a mapping file, for example <c>employeeId</c>.</summary>
    public static string Name(this DirectoryColumn column) => $"{char.ToLowerInvariant(column.ToString()[0])}{column.ToString()[1..]}";

    /// <summary>The column of that name in an export or a mapping file.</summary>
    public static DirectoryColumn? Named(string name) =>
        All.Where(c => string.Equals(c.Name(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(c => (DirectoryColumn?)c)
            .FirstOrDefault();

    /// <summary>What a header probably stands for, or null.</summary>
    public static DirectoryColumn? Recognise(string header)
    {
        var bare = string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return BySynonym.TryGetValue(bare, out var column) ? column : null;
    }
}
