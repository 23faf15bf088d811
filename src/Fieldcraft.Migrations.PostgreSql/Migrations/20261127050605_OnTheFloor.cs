using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OnTheFloor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DoorCode",
                table: "TeachingSessions",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SaidAt",
                table: "SessionSeats",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "SessionSeats",
                type: "character varying(40)",
                unicode: false,
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "AttendanceNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Here = table.Column<bool>(type: "boolean", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceNotes_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_AttendanceNotes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_AttendanceNotes_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CaseDraws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    FromHigh = table.Column<int>(type: "integer", nullable: false),
                    FromLow = table.Column<int>(type: "integer", nullable: false),
                    DrawnById = table.Column<Guid>(type: "uuid", nullable: true),
                    DrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDraws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDraws_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CaseDraws_People_DrawnById",
                        column: x => x.DrawnById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LookBacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: true),
                    Keep = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Change = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TryNext = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LookBacks_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LookBacks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LookBacks_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LookBacks_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LoopMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Where = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    HeldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CalledOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoopMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoopMeetings_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LoopMeetings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ChosenMonth = table.Column<DateOnly>(type: "date", nullable: true),
                    Citation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    NamedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Nominations_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OutcomeMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Better = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Per = table.Column<int>(type: "integer", nullable: false),
                    ChannelChangedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DefinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeMeasures_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PersonPins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonPins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonPins_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SessionLogs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConfidenceBefore = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ConfidenceAfter = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AllBlocks = table.Column<bool>(type: "boolean", nullable: true),
                    FilmShown = table.Column<bool>(type: "boolean", nullable: true),
                    ActionAgreed = table.Column<bool>(type: "boolean", nullable: true),
                    Lesson = table.Column<byte[]>(type: "bytea", nullable: true),
                    Ran = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionLogs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionLogs_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SessionLogs_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SessionLogs_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SessionLogs_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SessionRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Block = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    BlockEnds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionRuns_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SignSightings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    NotedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Teams = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<int>(type: "integer", nullable: false),
                    Second = table.Column<int>(type: "integer", nullable: false),
                    Third = table.Column<int>(type: "integer", nullable: false),
                    NotedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignSightings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignSightings_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SignSightings_People_NotedById",
                        column: x => x.NotedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SignSightings_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteKits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HasBoard = table.Column<bool>(type: "boolean", nullable: false),
                    HasHuddle = table.Column<bool>(type: "boolean", nullable: false),
                    HasTalkCard = table.Column<bool>(type: "boolean", nullable: false),
                    HasCustomerHuddle = table.Column<bool>(type: "boolean", nullable: false),
                    HasTips = table.Column<bool>(type: "boolean", nullable: false),
                    HasAward = table.Column<bool>(type: "boolean", nullable: false),
                    TipsAskedId = table.Column<Guid>(type: "uuid", nullable: true),
                    TipsKeeperId = table.Column<Guid>(type: "uuid", nullable: true),
                    AwardAskedId = table.Column<Guid>(type: "uuid", nullable: true),
                    AwardKeeperId = table.Column<Guid>(type: "uuid", nullable: true),
                    HuddleDay = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    HuddleAt = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    Line = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    BoardSecret = table.Column<byte[]>(type: "bytea", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteKits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteKits_People_AwardAskedId",
                        column: x => x.AwardAskedId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SiteKits_People_AwardKeeperId",
                        column: x => x.AwardKeeperId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SiteKits_People_TipsAskedId",
                        column: x => x.TipsAskedId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SiteKits_People_TipsKeeperId",
                        column: x => x.TipsKeeperId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SiteKits_Units_Id",
                        column: x => x.Id,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteResults",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Eligible = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteResults", x => new { x.SiteId, x.ModuleId });
                    table.ForeignKey(
                        name: "FK_SiteResults_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SiteResults_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeachingSessionId = table.Column<Guid>(type: "uuid", nullable: true),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: true),
                    What = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AgreedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamActions_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TeamActions_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamActions_TeachingSessions_TeachingSessionId",
                        column: x => x.TeachingSessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamActions_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamIdeas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: true),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    IsTeamShown = table.Column<bool>(type: "boolean", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    OwnerUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LateSince = table.Column<DateOnly>(type: "date", nullable: true),
                    LateAtTheTopSince = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerKind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    RootId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamIdeas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamIdeas_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_TeachingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TeachingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_TeamIdeas_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_Units_OwnerUnitId",
                        column: x => x.OwnerUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamIdeas_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamUses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    SaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamUses_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TeamUses_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Tips",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(280)", maxLength: 280, nullable: false),
                    Reach = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    PhotoType = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Word = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tips", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tips_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Tips_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Tips_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SuccessCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DrawId = table.Column<Guid>(type: "uuid", nullable: false),
                    ModuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Story = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuccessCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuccessCases_CaseDraws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "CaseDraws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SuccessCases_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "NominationReasons",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsManager = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationReasons", x => new { x.NominationId, x.OwnerId });
                    table.ForeignKey(
                        name: "FK_NominationReasons_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_NominationReasons_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FigureImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    StagedById = table.Column<Guid>(type: "uuid", nullable: true),
                    StagedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FigureImports_OutcomeMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "OutcomeMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_FigureImports_People_StagedById",
                        column: x => x.StagedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteFigures",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    N = table.Column<long>(type: "bigint", nullable: false),
                    Sum = table.Column<double>(type: "double precision", nullable: false),
                    Squares = table.Column<double>(type: "double precision", nullable: false),
                    TakenInAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_SiteFigures",
                        x => new
                        {
                            x.MeasureId,
                            x.SiteId,
                            x.Week,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_SiteFigures_OutcomeMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "OutcomeMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SiteFigures_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamActionLooks",
                columns: table => new
                {
                    ActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Weeks = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamActionLooks", x => new { x.ActionId, x.Weeks });
                    table.ForeignKey(
                        name: "FK_TeamActionLooks_TeamActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "TeamActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IdeaAnswers",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Who = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaAnswers", x => new { x.IdeaId, x.Number });
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_TeamIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_TeamIdeas_IntoId",
                        column: x => x.IntoId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_IdeaAnswers_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IdeaStays",
                columns: table => new
                {
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ArrivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    End = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    SlotPlace = table.Column<Guid>(type: "uuid", nullable: true),
                    SlotFor = table.Column<Guid>(type: "uuid", nullable: true),
                    SlotRound = table.Column<int>(type: "integer", nullable: true),
                    SlotNumber = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaStays", x => new { x.IdeaId, x.Number });
                    table.ForeignKey(
                        name: "FK_IdeaStays_TeamIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_IdeaStays_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LoopMeetingLines",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    IdeaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PresenterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoopMeetingLines", x => new { x.MeetingId, x.IdeaId });
                    table.ForeignKey(
                        name: "FK_LoopMeetingLines_LoopMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "LoopMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LoopMeetingLines_People_PresenterId",
                        column: x => x.PresenterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LoopMeetingLines_TeamIdeas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "TeamIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TipPhotos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipPhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TipPhotos_Tips_Id",
                        column: x => x.Id,
                        principalTable: "Tips",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_TeachingSessions_DoorCode", table: "TeachingSessions", column: "DoorCode", unique: true);

            migrationBuilder.CreateIndex(name: "IX_AttendanceNotes_ById", table: "AttendanceNotes", column: "ById");

            migrationBuilder.CreateIndex(name: "IX_AttendanceNotes_PersonId", table: "AttendanceNotes", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceNotes_SessionId_NotedAt",
                table: "AttendanceNotes",
                columns: new[] { "SessionId", "NotedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_CaseDraws_DrawnById", table: "CaseDraws", column: "DrawnById");

            migrationBuilder.CreateIndex(name: "IX_CaseDraws_ModuleId", table: "CaseDraws", column: "ModuleId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_FigureImports_MeasureId", table: "FigureImports", column: "MeasureId");

            migrationBuilder.CreateIndex(name: "IX_FigureImports_StagedById", table: "FigureImports", column: "StagedById");

            migrationBuilder.CreateIndex(name: "IX_IdeaAnswers_ById", table: "IdeaAnswers", column: "ById");

            migrationBuilder.CreateIndex(name: "IX_IdeaAnswers_IntoId", table: "IdeaAnswers", column: "IntoId");

            migrationBuilder.CreateIndex(name: "IX_IdeaAnswers_UnitId", table: "IdeaAnswers", column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaStays_SlotPlace_SlotFor_SlotRound_SlotNumber",
                table: "IdeaStays",
                columns: new[] { "SlotPlace", "SlotFor", "SlotRound", "SlotNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_IdeaStays_UnitId", table: "IdeaStays", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_LookBacks_ModuleId", table: "LookBacks", column: "ModuleId");

            migrationBuilder.CreateIndex(name: "IX_LookBacks_OwnerId", table: "LookBacks", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_ProgrammeId_OwnerId",
                table: "LookBacks",
                columns: new[] { "ProgrammeId", "OwnerId" }
            );

            migrationBuilder.CreateIndex(name: "IX_LookBacks_SiteId", table: "LookBacks", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetingLines_IdeaId", table: "LoopMeetingLines", column: "IdeaId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetingLines_PresenterId", table: "LoopMeetingLines", column: "PresenterId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetings_ProgrammeId", table: "LoopMeetings", column: "ProgrammeId");

            migrationBuilder.CreateIndex(name: "IX_LoopMeetings_UnitId_On", table: "LoopMeetings", columns: new[] { "UnitId", "On" });

            migrationBuilder.CreateIndex(name: "IX_NominationReasons_OwnerId", table: "NominationReasons", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Nominations_PersonId", table: "Nominations", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_SiteId_ChosenMonth",
                table: "Nominations",
                columns: new[] { "SiteId", "ChosenMonth" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_SiteId_Month_PersonId",
                table: "Nominations",
                columns: new[] { "SiteId", "Month", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_OutcomeMeasures_ProgrammeId", table: "OutcomeMeasures", column: "ProgrammeId");

            migrationBuilder.CreateIndex(name: "IX_PersonPins_PersonId", table: "PersonPins", column: "PersonId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionLogs_ModuleId_SiteId",
                table: "SessionLogs",
                columns: new[] { "ModuleId", "SiteId" }
            );

            migrationBuilder.CreateIndex(name: "IX_SessionLogs_OwnerId", table: "SessionLogs", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_SessionLogs_SessionId", table: "SessionLogs", column: "SessionId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_SessionLogs_SiteId", table: "SessionLogs", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_SessionRuns_SessionId", table: "SessionRuns", column: "SessionId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignSightings_ModuleId_SiteId_Week_NotedById",
                table: "SignSightings",
                columns: new[] { "ModuleId", "SiteId", "Week", "NotedById" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_SignSightings_NotedById", table: "SignSightings", column: "NotedById");

            migrationBuilder.CreateIndex(name: "IX_SignSightings_SiteId", table: "SignSightings", column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteFigures_MeasureId_Month",
                table: "SiteFigures",
                columns: new[] { "MeasureId", "Month" }
            );

            migrationBuilder.CreateIndex(name: "IX_SiteFigures_SiteId", table: "SiteFigures", column: "SiteId");

            migrationBuilder.CreateIndex(name: "IX_SiteKits_AwardAskedId", table: "SiteKits", column: "AwardAskedId");

            migrationBuilder.CreateIndex(name: "IX_SiteKits_AwardKeeperId", table: "SiteKits", column: "AwardKeeperId");

            migrationBuilder.CreateIndex(name: "IX_SiteKits_BoardSecret", table: "SiteKits", column: "BoardSecret", unique: true);

            migrationBuilder.CreateIndex(name: "IX_SiteKits_TipsAskedId", table: "SiteKits", column: "TipsAskedId");

            migrationBuilder.CreateIndex(name: "IX_SiteKits_TipsKeeperId", table: "SiteKits", column: "TipsKeeperId");

            migrationBuilder.CreateIndex(name: "IX_SiteResults_ModuleId", table: "SiteResults", column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_SuccessCases_DrawId_LeaderId",
                table: "SuccessCases",
                columns: new[] { "DrawId", "LeaderId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_SuccessCases_LeaderId", table: "SuccessCases", column: "LeaderId");

            migrationBuilder.CreateIndex(
                name: "IX_SuccessCases_ModuleId_State",
                table: "SuccessCases",
                columns: new[] { "ModuleId", "State" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_TeamActionLooks_DueOn_AskedAt",
                table: "TeamActionLooks",
                columns: new[] { "DueOn", "AskedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_TeamActions_LeaderId_AgreedAt",
                table: "TeamActions",
                columns: new[] { "LeaderId", "AgreedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeamActions_ModuleId", table: "TeamActions", column: "ModuleId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamActions_SiteId_AgreedAt",
                table: "TeamActions",
                columns: new[] { "SiteId", "AgreedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeamActions_TeachingSessionId", table: "TeamActions", column: "TeachingSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamIdeas_AnsweredAt_DueOn",
                table: "TeamIdeas",
                columns: new[] { "AnsweredAt", "DueOn" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_AuthorId", table: "TeamIdeas", column: "AuthorId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_LeaderId", table: "TeamIdeas", column: "LeaderId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_MergedIntoId", table: "TeamIdeas", column: "MergedIntoId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_ModuleId", table: "TeamIdeas", column: "ModuleId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_OwnerUnitId", table: "TeamIdeas", column: "OwnerUnitId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_RootId", table: "TeamIdeas", column: "RootId");

            migrationBuilder.CreateIndex(name: "IX_TeamIdeas_SessionId", table: "TeamIdeas", column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamIdeas_SiteId_SubmittedAt",
                table: "TeamIdeas",
                columns: new[] { "SiteId", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeamUses_LeaderId", table: "TeamUses", column: "LeaderId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamUses_ModuleId_LeaderId",
                table: "TeamUses",
                columns: new[] { "ModuleId", "LeaderId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Tips_ModuleId", table: "Tips", column: "ModuleId");

            migrationBuilder.CreateIndex(name: "IX_Tips_OwnerId", table: "Tips", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Tips_Reach_State_Id", table: "Tips", columns: new[] { "Reach", "State", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Tips_SiteId_State_Id", table: "Tips", columns: new[] { "SiteId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AttendanceNotes");

            migrationBuilder.DropTable(name: "FigureImports");

            migrationBuilder.DropTable(name: "IdeaAnswers");

            migrationBuilder.DropTable(name: "IdeaStays");

            migrationBuilder.DropTable(name: "LookBacks");

            migrationBuilder.DropTable(name: "LoopMeetingLines");

            migrationBuilder.DropTable(name: "NominationReasons");

            migrationBuilder.DropTable(name: "PersonPins");

            migrationBuilder.DropTable(name: "SessionLogs");

            migrationBuilder.DropTable(name: "SessionRuns");

            migrationBuilder.DropTable(name: "SignSightings");

            migrationBuilder.DropTable(name: "SiteFigures");

            migrationBuilder.DropTable(name: "SiteKits");

            migrationBuilder.DropTable(name: "SiteResults");

            migrationBuilder.DropTable(name: "SuccessCases");

            migrationBuilder.DropTable(name: "TeamActionLooks");

            migrationBuilder.DropTable(name: "TeamUses");

            migrationBuilder.DropTable(name: "TipPhotos");

            migrationBuilder.DropTable(name: "LoopMeetings");

            migrationBuilder.DropTable(name: "TeamIdeas");

            migrationBuilder.DropTable(name: "Nominations");

            migrationBuilder.DropTable(name: "OutcomeMeasures");

            migrationBuilder.DropTable(name: "CaseDraws");

            migrationBuilder.DropTable(name: "TeamActions");

            migrationBuilder.DropTable(name: "Tips");

            migrationBuilder.DropIndex(name: "IX_TeachingSessions_DoorCode", table: "TeachingSessions");

            migrationBuilder.DropColumn(name: "DoorCode", table: "TeachingSessions");

            migrationBuilder.DropColumn(name: "SaidAt", table: "SessionSeats");

            migrationBuilder.DropColumn(name: "Way", table: "SessionSeats");
        }
    }
}
