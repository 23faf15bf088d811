using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Tests.People;

/// <summary>What an import plans, without a database: the same rows, directory and mapping give the same plan.</summary>
public sealed class DirectoryImportTests
{
    [Fact]
    public void The_whole_directory_is_created_without_a_refusal()
    {
        var plan = DirectoryFiles.Plan(DirectoryFiles.Whole);

        plan.Count(RowOutcome.Create).ShouldBe(8005);
        plan.Findings.ShouldBeEmpty();
        plan.Notes.ShouldBeEmpty();
        plan.Opened.CountBy(u => u.Kind)
            .ToDictionary()
            .ShouldBe(
                new Dictionary<UnitKind, int>
                {
                    [UnitKind.Organisation] = 1,
                    [UnitKind.Department] = 4,
                    [UnitKind.State] = 3,
                    [UnitKind.Network] = 6,
                    [UnitKind.Facility] = 42,
                    [UnitKind.Team] = 171,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public void Every_unit_is_led_by_the_person_in_it_to_whom_its_people_report()
    {
        var plan = DirectoryFiles.Plan(DirectoryFiles.Whole);

        string LeadOf(string path) => plan.Opened.Single(u => u.PathOfNames == path).NewLead!.Facts!.JobTitle;
        LeadOf("Meridian Post").ShouldBe("Chief executive");
        LeadOf("Meridian Post / Finance").ShouldBe("Head of Finance");
        LeadOf("Meridian Post / North").ShouldBe("State general manager");
        LeadOf("Meridian Post / North / Harbour").ShouldBe("Network manager");
        LeadOf("Meridian Post / North / Harbour / Harbour facility 1").ShouldBe("Facility manager");
        LeadOf("Meridian Post / North / Harbour / Harbour facility 1 / Team 1").ShouldBe("Team leader");
        plan.Opened.Count(u => u.NewLead is null).ShouldBeLessThan(10);
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        var (snapshot, _) = DirectoryFiles.After(DirectoryFiles.Plan(DirectoryFiles.Whole));

        var again = DirectoryFiles.Plan(DirectoryFiles.Whole, snapshot);

        again.Count(RowOutcome.Leave).ShouldBe(8005);
        again.ChangesNothing.ShouldBeTrue();
        again.Opened.ShouldBeEmpty();
    }

    [Fact]
    public void New_people_stand_after_their_managers_and_new_units_after_those_above()
    {
        var (_, made) = DirectoryFiles.After(DirectoryFiles.Plan(DirectoryFiles.Whole));

        var seen = new HashSet<PersonId>();
        made.NewPeople.ShouldAllBe(p => (p.ManagerId == null || seen.Contains(p.ManagerId.Value)) && seen.Add(p.Id));
        var units = new HashSet<UnitId>();
        made.NewUnits.ShouldAllBe(u => (u.ParentId == null || units.Contains(u.ParentId.Value)) && units.Add(u.Id));
        made.NewPeople.Count(p => p.Status == PersonStatus.Left).ShouldBe(163);
    }

    [Theory]
    [InlineData(19, "employeeId", "700152", FindingCode.DuplicateId, FindingAction.Fix)]
    [InlineData(153, "employeeId", "700152", FindingCode.DuplicateId, FindingAction.Fix)]
    [InlineData(55, "supervisorId", "700145", FindingCode.SupervisorCycle, FindingAction.Fix)]
    [InlineData(146, "supervisorId", "700054", FindingCode.SupervisorCycle, FindingAction.Fix)]
    [InlineData(83, "Hire date", "03/04/2025", FindingCode.AmbiguousDate, FindingAction.Choose)]
    [InlineData(87, "supervisorId", "700086", FindingCode.SelfSupervision, FindingAction.Fix)]
    [InlineData(131, "Surname", "=HYPERLINK(\"http://x\",\"y\")", FindingCode.Formula, FindingAction.Fix)]
    [InlineData(143, "email", "not-an-address", FindingCode.BadEmail, FindingAction.Fix)]
    [InlineData(171, "supervisorId", "700018", FindingCode.UnknownSupervisor, FindingAction.Fix)]
    [InlineData(194, "status", "Z", FindingCode.UnknownStatus, FindingAction.Fix)]
    [InlineData(235, "Hire date", "31/02/2025", FindingCode.ImpossibleDate, FindingAction.Fix)]
    [InlineData(242, "supervisorId", "999999", FindingCode.UnknownSupervisor, FindingAction.Fix)]
    [InlineData(261, "First name", "", FindingCode.MissingValue, FindingAction.Fix)]
    [InlineData(293, "timeZone", "Mars/Olympus", FindingCode.UnknownTimeZone, FindingAction.Fix)]
    [InlineData(300, "Org unit", " / / ", FindingCode.EmptyUnit, FindingAction.Fix)]
    [InlineData(302, "Surname", "Total", FindingCode.TotalRow, FindingAction.Skip)]
    public void The_messy_file_is_refused_line_by_line(int line, string column, string value, string code, FindingAction action)
    {
        var finding = DirectoryFiles.Plan(DirectoryFiles.Messy).Findings.Single(f => f.Line == line);

        (finding.Column, finding.Value, finding.Code, finding.Action).ShouldBe((column, value, code, action));
    }

    [Fact]
    public void A_refused_row_keeps_no_other_row_out()
    {
        var plan = DirectoryFiles.Plan(DirectoryFiles.Messy);

        plan.Count(RowOutcome.Create).ShouldBe(279);
        plan.Count(RowOutcome.Refuse).ShouldBe(22);
        plan.Notes.ShouldAllBe(n => n.Code == FindingCode.SupervisorRefused);
        var (snapshot, made) = DirectoryFiles.After(plan);
        made.NewPeople.Single(p => p.EmployeeId == "700242").ManagerId.ShouldBeNull();
        var again = DirectoryFiles.Plan(DirectoryFiles.Messy, snapshot);
        again.ChangesNothing.ShouldBeTrue();
        again.Count(RowOutcome.Refuse).ShouldBe(22);
    }

    [Fact]
    public void Letters_of_the_old_code_page_arrive_whole()
    {
        var (_, made) = DirectoryFiles.After(DirectoryFiles.Plan(DirectoryFiles.Messy));

        made.NewPeople.Single(p => p.EmployeeId == "700011").FirstName.ShouldBe("Zoë");
    }

    [Fact]
    public void An_ambiguous_date_is_read_as_the_person_says_and_the_file_suggests_how()
    {
        DirectoryFiles.Plan(DirectoryFiles.Messy).SuggestedDates.ShouldBe(DateOrder.DayFirst);

        DateOnly? HiredOn(DateOrder order) =>
            DirectoryFiles.Plan(DirectoryFiles.Messy, dates: order).Rows.Single(r => r.Line == 83).Facts!.StartedOn;
        HiredOn(DateOrder.DayFirst).ShouldBe(new DateOnly(2025, 4, 3));
        HiredOn(DateOrder.MonthFirst).ShouldBe(new DateOnly(2025, 3, 4));
    }

    [Theory]
    [InlineData("2025-03-04", "2025-03-04")]
    [InlineData("2025/03/04", "2025-03-04")]
    [InlineData("04.03.2025", "2025-03-04")]
    [InlineData("13/03/2025", "2025-03-13")]
    [InlineData("03/13/2025", "2025-03-13")]
    [InlineData("4 Mar 2025", "2025-03-04")]
    [InlineData("2025-03-04 00:00:00", "2025-03-04")]
    [InlineData("45720", "2025-03-04")]
    [InlineData("05/05/2025", "2025-05-05")]
    public void A_date_is_read_however_the_other_system_writes_it(string written, string day) =>
        FileDates.Read(written, null).Day.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("03/04/2025", FindingCode.AmbiguousDate)]
    [InlineData("31/02/2025", FindingCode.ImpossibleDate)]
    [InlineData("2025-02-30", FindingCode.ImpossibleDate)]
    [InlineData("13/13/2025", FindingCode.ImpossibleDate)]
    [InlineData("1066-10-14", FindingCode.ImpossibleDate)]
    [InlineData("soon", FindingCode.UnreadableDate)]
    [InlineData("03/04/25", FindingCode.UnreadableDate)]
    public void A_date_is_never_guessed(string written, string code) => FileDates.Read(written, null).Refused.ShouldBe(code);

    [Fact]
    public void A_circle_is_found_however_long_it_is_and_who_hangs_on_it_comes_in()
    {
        var plan = DirectoryFiles.PlanOf("1,A,,,A,2,Org,,", "2,B,,,A,3,Org,,", "3,C,,,A,1,Org,,", "4,D,,,A,1,Org,,");

        plan.Findings.Select(f => (f.Line, f.Code))
            .ShouldBe([(2, FindingCode.SupervisorCycle), (3, FindingCode.SupervisorCycle), (4, FindingCode.SupervisorCycle)]);
        plan.Rows.Single(r => r.Line == 5).Outcome.ShouldBe(RowOutcome.Create);
        plan.Notes.Single().Line.ShouldBe(5);
    }

    [Fact]
    public void A_file_that_turns_a_line_round_against_the_directory_is_refused()
    {
        var (snapshot, _) = DirectoryFiles.After(DirectoryFiles.PlanOf("1,A,,,A,,Org,,", "2,B,,,A,1,Org,,"));

        var plan = DirectoryFiles.Plan(DirectoryFiles.Bytes("1,A,,,A,2,Org,,"), snapshot);

        plan.Findings.Single().Code.ShouldBe(FindingCode.SupervisorCycle);
    }

    [Fact]
    public void Two_people_may_swap_an_address_but_not_share_one()
    {
        var (snapshot, _) = DirectoryFiles.After(DirectoryFiles.PlanOf("1,A,,a@x.example,A,,Org,,", "2,B,,b@x.example,A,1,Org,,"));

        DirectoryFiles
            .Plan(DirectoryFiles.Bytes("1,A,,b@x.example,A,,Org,,", "2,B,,a@x.example,A,1,Org,,"), snapshot)
            .Findings.ShouldBeEmpty();
        DirectoryFiles
            .Plan(DirectoryFiles.Bytes("3,C,,A@X.example,A,,Org,,"), snapshot)
            .Findings.Single()
            .Code.ShouldBe(FindingCode.EmailTaken);
        DirectoryFiles
            .PlanOf("1,A,,a@x.example,A,,Org,,", "2,B,,A@x.example,A,1,Org,,")
            .Findings.Select(f => f.Code)
            .ShouldBe([FindingCode.DuplicateEmail, FindingCode.DuplicateEmail]);
    }

    [Fact]
    public void A_quoted_line_break_does_not_move_the_line_numbers()
    {
        var plan = DirectoryFiles.Plan(
            Encoding.UTF8.GetBytes("employeeId,firstName,unit,jobTitle\r\n1,A,Org,\"two\r\nlines\"\r\n2,,Org,x\r\n\r\n3,,Org,y\r\n")
        );

        plan.Findings.Select(f => (f.Line, f.Code))
            .ShouldBe([(2, FindingCode.UnreadableCharacters), (4, FindingCode.MissingValue), (6, FindingCode.MissingValue)]);
    }

    [Fact]
    public void A_file_that_calls_the_organisation_otherwise_means_the_same_one()
    {
        var (snapshot, _) = DirectoryFiles.After(DirectoryFiles.PlanOf("1,A,,,A,,Meridian,,"));

        var plan = DirectoryFiles.Plan(DirectoryFiles.Bytes("2,B,,,A,1,Meridian Post Group / North,,"), snapshot);

        plan.TakenAsTop.ShouldBe("Meridian");
        plan.Opened.Single().PathOfNames.ShouldBe("Meridian / North");
    }

    [Fact]
    public void An_administrator_of_one_unit_imports_into_that_unit_only()
    {
        var (snapshot, made) = DirectoryFiles.After(DirectoryFiles.PlanOf("1,A,,,A,,Org / North,,", "2,B,,,A,1,Org / South,,"));
        var north = made.NewUnits.Single(u => u.Name == "North").Path;

        var plan = DirectoryFiles.Plan(
            DirectoryFiles.Bytes(
                "1,A,New,,A,,Org / North,,",
                "2,B,New,,A,1,Org / South,,",
                "3,C,,,A,1,Org / South / Coast,,",
                "4,D,,,A,1,Org / North / Ridge,,"
            ),
            snapshot with
            {
                Scope = [north],
            }
        );

        plan.Rows.Select(r => r.Outcome).ShouldBe([RowOutcome.Change, RowOutcome.Refuse, RowOutcome.Refuse, RowOutcome.Create]);
        plan.Findings.ShouldAllBe(f => f.Code == FindingCode.OutsideYourUnits);
    }

    [Fact]
    public void A_column_the_file_lacks_leaves_what_is_known()
    {
        var (snapshot, _) = DirectoryFiles.After(DirectoryFiles.PlanOf("1,A,Zed,a@x.example,L,,Org,2020-01-01,Australia/Sydney"));

        var plan = DirectoryFiles.Plan(Encoding.UTF8.GetBytes("Personnel number;Given name;Department\n1;A;Org"), snapshot);

        plan.Rows.Single().Outcome.ShouldBe(RowOutcome.Leave);
    }

    [Fact]
    public void A_change_is_named_with_before_and_after()
    {
        var (snapshot, _) = DirectoryFiles.After(DirectoryFiles.PlanOf("1,A,,,A,,Org,,", "2,B,,,A,1,Org / North,,"));

        var row = DirectoryFiles.Plan(DirectoryFiles.Bytes("1,A,,,A,,Org,,", "2,B,,,L,,Org / South,,"), snapshot).Rows[1];

        row.Changes.ShouldBe([new("status", "A", "L"), new("unit", "Org / North", "Org / South"), new("supervisorId", "1", "")]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("'=quoted", "''=quoted")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("'tis", "'tis")]
    [InlineData("", "")]
    public void What_is_neutralised_on_the_way_out_is_restored_on_the_way_in(string text, string written)
    {
        Formulas.Neutralise(text).ShouldBe(written);
        Formulas.Restore(written).ShouldBe(text);
    }

    [Theory]
    [InlineData("=cmd|'/C calc'!A0", true)]
    [InlineData("@SUM(1)", true)]
    [InlineData("-2+3+cmd|' /C calc'!A0", true)]
    [InlineData("+61 7 5550 0100", false)]
    [InlineData("-", false)]
    [InlineData("Anna", false)]
    public void A_formula_is_told_from_a_text_with_a_sign(string text, bool isFormula) => Formulas.IsFormula(text).ShouldBe(isFormula);

    [Fact]
    public void Headers_of_other_systems_are_recognised()
    {
        var mapping = ColumnMapping.Propose([
            "Personnel No.",
            "Given Name",
            "SURNAME",
            "E-Mail",
            "Hire date",
            "Reports to",
            "Org unit",
            "Shoe size",
        ]);

        mapping
            .Chosen()
            .Keys.Order()
            .ShouldBe(
                [
                    DirectoryColumn.EmployeeId,
                    DirectoryColumn.FirstName,
                    DirectoryColumn.LastName,
                    DirectoryColumn.Email,
                    DirectoryColumn.StartDate,
                    DirectoryColumn.SupervisorId,
                    DirectoryColumn.Unit,
                ],
                ignoreOrder: true
            );
        mapping.Missing.ShouldBeEmpty();
    }
}
