using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TeamLearning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LeaderAbsences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderAbsences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderAbsences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SponsorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programmes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Programmes_People_LeadId",
                        column: x => x.LeadId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Programmes_People_SponsorId",
                        column: x => x.SponsorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Programmes_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RosterEntries",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_RosterEntries",
                        x => new
                        {
                            x.PersonId,
                            x.Day,
                            x.From,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_RosterEntries_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Routines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Header = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Sequence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Routines", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteGrounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReleaseShare = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: true),
                    FloorMinimum = table.Column<int>(type: "INTEGER", nullable: true),
                    MaxPerDay = table.Column<int>(type: "INTEGER", nullable: true),
                    MaxPerWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteGrounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteGrounds_Units_Id",
                        column: x => x.Id,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Modules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CustomerAction = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    StrategyAction = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BusinessDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BusinessReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WindowStart = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WindowDays = table.Column<int>(type: "INTEGER", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Modules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Modules_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteJoins",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteJoins", x => new { x.SiteId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_SiteJoins_SiteGrounds_SiteId",
                        column: x => x.SiteId,
                        principalTable: "SiteGrounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SiteJoins_Units_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SitePatterns",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CycleDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Anchor = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Crews = table.Column<int>(type: "INTEGER", nullable: false),
                    Shifts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitePatterns", x => new { x.SiteId, x.Name });
                    table.ForeignKey(
                        name: "FK_SitePatterns_SiteGrounds_SiteId",
                        column: x => x.SiteId,
                        principalTable: "SiteGrounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteRooms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteRooms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteRooms_SiteGrounds_SiteId",
                        column: x => x.SiteId,
                        principalTable: "SiteGrounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ConfidenceTallies",
                columns: table => new
                {
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Batch = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<int>(type: "INTEGER", nullable: false),
                    Pairs = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ConfidenceTallies",
                        x => new
                        {
                            x.ModuleId,
                            x.Kind,
                            x.Batch,
                            x.Before,
                            x.After,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ConfidenceTallies_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LeaderComforts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Marks = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Confidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Counted = table.Column<string>(type: "TEXT", unicode: false, maxLength: 120, nullable: false),
                    CoachId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderComforts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderComforts_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LeaderComforts_People_CoachId",
                        column: x => x.CoachId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LeaderComforts_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LeaderReadiness",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PreviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PractisedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlannerDoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PlannerWord = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    ClearedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClearedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeputyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NoticedToDo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NoticedOtherwise = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NoticedToAsk = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NoticedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderReadiness", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderReadiness_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LeaderReadiness_People_ClearedById",
                        column: x => x.ClearedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LeaderReadiness_People_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LeaderReadiness_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ModuleEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModuleEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModuleEditions_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ModuleMedia",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Captions = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Slides = table.Column<string>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModuleMedia", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModuleMedia_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ModulePilots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Lesson = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NotedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModulePilots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModulePilots_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ModulePilots_People_NotedById",
                        column: x => x.NotedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ModuleRoleHolders",
                columns: table => new
                {
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ModuleRoleHolders",
                        x => new
                        {
                            x.ModuleId,
                            x.Role,
                            x.PersonId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ModuleRoleHolders_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ModuleRoleHolders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ModuleRollouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxSize = table.Column<int>(type: "INTEGER", nullable: false),
                    EdgeMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    HalvesAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReleaseShare = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: false),
                    FloorMinimum = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxPerDay = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxPerWeek = table.Column<int>(type: "INTEGER", nullable: false),
                    CatchUpShare = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: false),
                    TargetShare = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: false),
                    LeaderRate = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    ParticipantRate = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    CentralRate = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    TrainerRate = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModuleRollouts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModuleRollouts_Modules_Id",
                        column: x => x.Id,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PreparationEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Shift = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FacilitatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreparationEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreparationEvents_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PreparationEvents_People_FacilitatorId",
                        column: x => x.FacilitatorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_PreparationEvents_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RolloutProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    KeepsPeople = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StopAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PartsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false),
                    CoveredSoFar = table.Column<int>(type: "INTEGER", nullable: false),
                    CostSoFar = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    LowerBound = table.Column<long>(type: "INTEGER", nullable: false),
                    UncoveredBound = table.Column<int>(type: "INTEGER", nullable: false),
                    Took = table.Column<double>(type: "REAL", nullable: false),
                    Sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    Covered = table.Column<int>(type: "INTEGER", nullable: false),
                    Uncovered = table.Column<int>(type: "INTEGER", nullable: false),
                    Unreachable = table.Column<int>(type: "INTEGER", nullable: false),
                    Touched = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RolloutProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RolloutProposals_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_RolloutProposals_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_RolloutProposals_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteClosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteClosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteClosures_SiteGrounds_SiteId",
                        column: x => x.SiteId,
                        principalTable: "SiteGrounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SiteClosures_SiteRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "SiteRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Planners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InHalves = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Planners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Planners_Experiments_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Planners_ModuleEditions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "ModuleEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Planners_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Planners_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeachingSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    IsLocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeachingSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeachingSessions_ModuleEditions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "ModuleEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeachingSessions_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TeachingSessions_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeachingSessions_SiteRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "SiteRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeachingSessions_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MediaFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MediaFiles_ModuleMedia_Id",
                        column: x => x.Id,
                        principalTable: "ModuleMedia",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PreparationSeats",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreparationSeats", x => new { x.EventId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_PreparationSeats_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PreparationSeats_PreparationEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "PreparationEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlannerTexts",
                columns: table => new
                {
                    PlannerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Block = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Field = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_PlannerTexts",
                        x => new
                        {
                            x.PlannerId,
                            x.Block,
                            x.Field,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_PlannerTexts_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlannerTexts_Planners_PlannerId",
                        column: x => x.PlannerId,
                        principalTable: "Planners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SessionSeats",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Attended = table.Column<bool>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionSeats", x => new { x.SessionId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_SessionSeats_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SessionSeats_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SwapRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WantedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SwapRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SwapRequests_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SwapRequests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SwapRequests_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SwapRequests_TeachingSessions_WantedId",
                        column: x => x.WantedId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAbsences_PersonId_To",
                table: "LeaderAbsences",
                columns: new[] { "PersonId", "To" }
            );

            migrationBuilder.CreateIndex(name: "IX_LeaderComforts_CoachId", table: "LeaderComforts", column: "CoachId");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderComforts_ModuleId_OwnerId",
                table: "LeaderComforts",
                columns: new[] { "ModuleId", "OwnerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_LeaderComforts_OwnerId", table: "LeaderComforts", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_LeaderReadiness_ClearedById", table: "LeaderReadiness", column: "ClearedById");

            migrationBuilder.CreateIndex(name: "IX_LeaderReadiness_DeputyId", table: "LeaderReadiness", column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderReadiness_ModuleId_OwnerId",
                table: "LeaderReadiness",
                columns: new[] { "ModuleId", "OwnerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_LeaderReadiness_OwnerId", table: "LeaderReadiness", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ModuleEditions_ModuleId_Number",
                table: "ModuleEditions",
                columns: new[] { "ModuleId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ModuleMedia_ModuleId", table: "ModuleMedia", column: "ModuleId");

            migrationBuilder.CreateIndex(name: "IX_ModulePilots_EditionId", table: "ModulePilots", column: "EditionId");

            migrationBuilder.CreateIndex(name: "IX_ModulePilots_ModuleId", table: "ModulePilots", column: "ModuleId");

            migrationBuilder.CreateIndex(name: "IX_ModulePilots_NotedById", table: "ModulePilots", column: "NotedById");

            migrationBuilder.CreateIndex(name: "IX_ModuleRoleHolders_PersonId", table: "ModuleRoleHolders", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Modules_EditionId", table: "Modules", column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_Modules_ProgrammeId_Number",
                table: "Modules",
                columns: new[] { "ProgrammeId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Planners_EditionId", table: "Planners", column: "EditionId");

            migrationBuilder.CreateIndex(name: "IX_Planners_ExperimentId", table: "Planners", column: "ExperimentId");

            migrationBuilder.CreateIndex(name: "IX_Planners_ModuleId", table: "Planners", column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_Planners_OwnerId_ModuleId",
                table: "Planners",
                columns: new[] { "OwnerId", "ModuleId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_PlannerTexts_OwnerId", table: "PlannerTexts", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_PreparationEvents_FacilitatorId", table: "PreparationEvents", column: "FacilitatorId");

            migrationBuilder.CreateIndex(
                name: "IX_PreparationEvents_ModuleId_On_Id",
                table: "PreparationEvents",
                columns: new[] { "ModuleId", "On", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_PreparationEvents_SiteId", table: "PreparationEvents", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_PreparationSeats_PersonId", table: "PreparationSeats", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Programmes_LeadId", table: "Programmes", column: "LeadId");

            migrationBuilder.CreateIndex(name: "IX_Programmes_SponsorId", table: "Programmes", column: "SponsorId");

            migrationBuilder.CreateIndex(name: "IX_Programmes_UnitId", table: "Programmes", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_RolloutProposals_AskedById", table: "RolloutProposals", column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_RolloutProposals_ModuleId_AskedAt",
                table: "RolloutProposals",
                columns: new[] { "ModuleId", "AskedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_RolloutProposals_SiteId", table: "RolloutProposals", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_RosterEntries_Day", table: "RosterEntries", column: "Day");

            migrationBuilder.CreateIndex(name: "IX_SessionSeats_PersonId", table: "SessionSeats", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_SiteClosures_RoomId", table: "SiteClosures", column: "RoomId");

            migrationBuilder.CreateIndex(name: "IX_SiteClosures_SiteId", table: "SiteClosures", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_SiteJoins_OtherId", table: "SiteJoins", column: "OtherId");

            migrationBuilder.CreateIndex(name: "IX_SiteRooms_SiteId", table: "SiteRooms", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_SwapRequests_ModuleId", table: "SwapRequests", column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_SwapRequests_PersonId_ModuleId",
                table: "SwapRequests",
                columns: new[] { "PersonId", "ModuleId" }
            );

            migrationBuilder.CreateIndex(name: "IX_SwapRequests_SessionId", table: "SwapRequests", column: "SessionId");

            migrationBuilder.CreateIndex(name: "IX_SwapRequests_WantedId", table: "SwapRequests", column: "WantedId");

            migrationBuilder.CreateIndex(name: "IX_TeachingSessions_EditionId", table: "TeachingSessions", column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_TeachingSessions_LeaderId_Start",
                table: "TeachingSessions",
                columns: new[] { "LeaderId", "Start" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_TeachingSessions_ModuleId_SiteId_Start",
                table: "TeachingSessions",
                columns: new[] { "ModuleId", "SiteId", "Start" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeachingSessions_RoomId", table: "TeachingSessions", column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_TeachingSessions_SiteId_Start",
                table: "TeachingSessions",
                columns: new[] { "SiteId", "Start" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ConfidenceTallies");

            migrationBuilder.DropTable(name: "LeaderAbsences");

            migrationBuilder.DropTable(name: "LeaderComforts");

            migrationBuilder.DropTable(name: "LeaderReadiness");

            migrationBuilder.DropTable(name: "MediaFiles");

            migrationBuilder.DropTable(name: "ModulePilots");

            migrationBuilder.DropTable(name: "ModuleRoleHolders");

            migrationBuilder.DropTable(name: "ModuleRollouts");

            migrationBuilder.DropTable(name: "PlannerTexts");

            migrationBuilder.DropTable(name: "PreparationSeats");

            migrationBuilder.DropTable(name: "RolloutProposals");

            migrationBuilder.DropTable(name: "RosterEntries");

            migrationBuilder.DropTable(name: "Routines");

            migrationBuilder.DropTable(name: "SessionSeats");

            migrationBuilder.DropTable(name: "SiteClosures");

            migrationBuilder.DropTable(name: "SiteJoins");

            migrationBuilder.DropTable(name: "SitePatterns");

            migrationBuilder.DropTable(name: "SwapRequests");

            migrationBuilder.DropTable(name: "ModuleMedia");

            migrationBuilder.DropTable(name: "Planners");

            migrationBuilder.DropTable(name: "PreparationEvents");

            migrationBuilder.DropTable(name: "TeachingSessions");

            migrationBuilder.DropTable(name: "ModuleEditions");

            migrationBuilder.DropTable(name: "SiteRooms");

            migrationBuilder.DropTable(name: "Modules");

            migrationBuilder.DropTable(name: "SiteGrounds");

            migrationBuilder.DropTable(name: "Programmes");
        }
    }
}
