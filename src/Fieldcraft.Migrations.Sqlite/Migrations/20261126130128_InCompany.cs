using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class InCompany : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(name: "Stance", table: "Answers", type: "BLOB", nullable: true);

            migrationBuilder.CreateTable(
                name: "Appointments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Takes = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appointments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appointments_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Appointments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AppraisalSeasons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DistanceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalSeasons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalSeasons_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Circles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    Door = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ConvenorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EveryWeeks = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CalledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Circles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Circles_People_ConvenorId",
                        column: x => x.ConvenorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Communities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    TopicKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    StewardId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FoundedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Farewell = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Communities_People_StewardId",
                        column: x => x.StewardId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Conditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    JobTitle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conditions_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Conditions_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GroupTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Takes = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    CalledOffAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupTalks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GrowthStories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterviewerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WhatHappened = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WhoTookTheRisk = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WereYouReady = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WhatHelped = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ForSomebodyNow = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kinds = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Consent = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedOverAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrowthStories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GrowthStories_People_InterviewerId",
                        column: x => x.InterviewerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_GrowthStories_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LearningOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    When = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Where = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HowICoach = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    WhomItSuits = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Guests = table.Column<int>(type: "INTEGER", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archetype = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Capabilities = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Needles = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearningOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LearningOffers_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LiveSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Script = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StageList = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    OriginId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    StageEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Remaining = table.Column<TimeSpan>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Pulse = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveSessions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WaitsUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_People_FromId",
                        column: x => x.FromId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Notices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Nudges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Takes = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    End = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DismissedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nudges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nudges_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OutsideCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Copy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnerName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    LinkWrap = table.Column<byte[]>(type: "BLOB", maxLength: 120, nullable: true),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SharedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastOpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideCopies_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnerOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerOffers_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Partnerships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Message = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    About = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Confidentiality = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Rhythm = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NoFirstToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MissedToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partnerships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Partnerships_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Rhythms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesAWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    WorksFrom = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    WorksUntil = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    WorksOn = table.Column<int>(type: "INTEGER", unicode: false, maxLength: 40, nullable: true),
                    ReflectsOn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    AwayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WantsNudges = table.Column<bool>(type: "INTEGER", nullable: false),
                    Dismissals = table.Column<int>(type: "INTEGER", nullable: false),
                    NudgesPausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    QuietFrom = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    QuietUntil = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DigestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MinutesAMonthAtMost = table.Column<int>(type: "INTEGER", nullable: true),
                    StrainMark = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    StrainMarkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CalendarHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    CalendarMadeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rhythms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rhythms_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StaffingTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Archetype = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsOpenToAll = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffingTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffingTalks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CircleMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CircleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IssueOwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CircleMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CircleMeetings_Circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "Circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CircleMeetings_People_IssueOwnerId",
                        column: x => x.IssueOwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CircleMembers",
                columns: table => new
                {
                    CircleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CircleMembers", x => new { x.CircleId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_CircleMembers_Circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "Circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CircleMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CommunityFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityFindings_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CommunityFindings_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CommunityMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityMeetings_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CommunityMemberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityMemberships_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CommunityMemberships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ConditionEditions",
                columns: table => new
                {
                    ConditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionEditions", x => new { x.ConditionId, x.Number });
                    table.ForeignKey(
                        name: "FK_ConditionEditions_Conditions_ConditionId",
                        column: x => x.ConditionId,
                        principalTable: "Conditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ConditionEditions_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GroupTalkSeats",
                columns: table => new
                {
                    TalkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTalkSeats", x => new { x.TalkId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_GroupTalkSeats_GroupTalks_TalkId",
                        column: x => x.TalkId,
                        principalTable: "GroupTalks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_GroupTalkSeats_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PublishedStories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TellerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsRead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Archetype = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Dimensions = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Needles = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedStories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PublishedStories_GrowthStories_Id",
                        column: x => x.Id,
                        principalTable: "GrowthStories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PublishedStories_People_TellerId",
                        column: x => x.TellerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AlongsideVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wish = table.Column<byte[]>(type: "BLOB", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Takes = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlongsideVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AlongsideVisits_LearningOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "LearningOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_AlongsideVisits_People_HostId",
                        column: x => x.HostId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_AlongsideVisits_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SessionAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Shown = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RevealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HiddenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LandedIn = table.Column<Guid>(type: "TEXT", nullable: true),
                    LandedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionAnswers_Answers_LandedIn",
                        column: x => x.LandedIn,
                        principalTable: "Answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SessionAnswers_LiveSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "LiveSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SessionAnswers_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SessionMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionMembers_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SessionMembers_LiveSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "LiveSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SessionMembers_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SharedIdeas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutsideCopyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Use = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedIdeas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedIdeas_OutsideCopies_OutsideCopyId",
                        column: x => x.OutsideCopyId,
                        principalTable: "OutsideCopies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SharedIdeas_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SharedIdeas_Shares_ShareId",
                        column: x => x.ShareId,
                        principalTable: "Shares",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnerOfferLines",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Area = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_PartnerOfferLines",
                        x => new
                        {
                            x.OfferId,
                            x.Area,
                            x.Code,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_PartnerOfferLines_PartnerOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "PartnerOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnerMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Takes = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    WasMoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerMeetings_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnershipMembers",
                columns: table => new
                {
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnershipMembers", x => new { x.PartnershipId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_PartnershipMembers_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PartnershipMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ChosenTellings",
                columns: table => new
                {
                    RhythmId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Telling = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChosenTellings", x => new { x.RhythmId, x.Kind });
                    table.ForeignKey(
                        name: "FK_ChosenTellings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ChosenTellings_Rhythms_RhythmId",
                        column: x => x.RhythmId,
                        principalTable: "Rhythms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StaffingEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TalkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Column = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Brings = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WouldLearn = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SupportNeeded = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffingEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffingEntries_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_StaffingEntries_StaffingTalks_TalkId",
                        column: x => x.TalkId,
                        principalTable: "StaffingTalks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TalkAsked",
                columns: table => new
                {
                    TalkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkAsked", x => new { x.TalkId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_TalkAsked_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TalkAsked_StaffingTalks_TalkId",
                        column: x => x.TalkId,
                        principalTable: "StaffingTalks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TalkHolder",
                columns: table => new
                {
                    TalkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkHolder", x => new { x.TalkId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_TalkHolder_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TalkHolder_StaffingTalks_TalkId",
                        column: x => x.TalkId,
                        principalTable: "StaffingTalks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CircleCommitments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CircleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CircleCommitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CircleCommitments_CircleMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "CircleMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CircleCommitments_Circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "Circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CircleCommitments_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "VisitReflections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Saw = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WillTry = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitReflections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitReflections_AlongsideVisits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "AlongsideVisits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_VisitReflections_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnerNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Use = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerNotes_PartnerMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "PartnerMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_PartnerNotes_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_PartnerNotes_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnerNotesWishes",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerNotesWishes", x => new { x.MeetingId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_PartnerNotesWishes_PartnerMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "PartnerMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PartnerNotesWishes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_AlongsideVisits_HostId", table: "AlongsideVisits", column: "HostId");

            migrationBuilder.CreateIndex(name: "IX_AlongsideVisits_OfferId", table: "AlongsideVisits", column: "OfferId");

            migrationBuilder.CreateIndex(name: "IX_AlongsideVisits_OwnerId", table: "AlongsideVisits", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Appointments_AskedById", table: "Appointments", column: "AskedById");

            migrationBuilder.CreateIndex(name: "IX_Appointments_PersonId_On", table: "Appointments", columns: new[] { "PersonId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_SourceId_PersonId",
                table: "Appointments",
                columns: new[] { "SourceId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_AppraisalSeasons_UnitId", table: "AppraisalSeasons", column: "UnitId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_ChosenTellings_PersonId", table: "ChosenTellings", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleCommitments_CircleId_OwnerId",
                table: "CircleCommitments",
                columns: new[] { "CircleId", "OwnerId" }
            );

            migrationBuilder.CreateIndex(name: "IX_CircleCommitments_MeetingId", table: "CircleCommitments", column: "MeetingId");

            migrationBuilder.CreateIndex(name: "IX_CircleCommitments_OwnerId", table: "CircleCommitments", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleMeetings_CircleId_Number",
                table: "CircleMeetings",
                columns: new[] { "CircleId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_CircleMeetings_IssueOwnerId", table: "CircleMeetings", column: "IssueOwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleMembers_PersonId_State",
                table: "CircleMembers",
                columns: new[] { "PersonId", "State" }
            );

            migrationBuilder.CreateIndex(name: "IX_Circles_ConvenorId", table: "Circles", column: "ConvenorId");

            migrationBuilder.CreateIndex(
                name: "IX_Circles_Door_State_NameKey_Id",
                table: "Circles",
                columns: new[] { "Door", "State", "NameKey", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_Communities_StewardId", table: "Communities", column: "StewardId");

            migrationBuilder.CreateIndex(name: "IX_Communities_TopicKey_Id", table: "Communities", columns: new[] { "TopicKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CommunityFindings_CommunityId_WrittenAt_Id",
                table: "CommunityFindings",
                columns: new[] { "CommunityId", "WrittenAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_CommunityFindings_WrittenById", table: "CommunityFindings", column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_CommunityMeetings_CommunityId_On",
                table: "CommunityMeetings",
                columns: new[] { "CommunityId", "On" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CommunityMemberships_CommunityId_PersonId",
                table: "CommunityMemberships",
                columns: new[] { "CommunityId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_CommunityMemberships_PersonId", table: "CommunityMemberships", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_ConditionEditions_WrittenById", table: "ConditionEditions", column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_Conditions_UnitId_Topic_TitleKey",
                table: "Conditions",
                columns: new[] { "UnitId", "Topic", "TitleKey" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Conditions_WrittenById", table: "Conditions", column: "WrittenById");

            migrationBuilder.CreateIndex(name: "IX_GroupTalks_OwnerId_On", table: "GroupTalks", columns: new[] { "OwnerId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTalkSeats_PersonId_TalkId",
                table: "GroupTalkSeats",
                columns: new[] { "PersonId", "TalkId" }
            );

            migrationBuilder.CreateIndex(name: "IX_GrowthStories_InterviewerId", table: "GrowthStories", column: "InterviewerId");

            migrationBuilder.CreateIndex(name: "IX_GrowthStories_OwnerId_Id", table: "GrowthStories", columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_LearningOffers_Archetype", table: "LearningOffers", column: "Archetype");

            migrationBuilder.CreateIndex(name: "IX_LearningOffers_OwnerId", table: "LearningOffers", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_LiveSessions_Code", table: "LiveSessions", column: "Code", unique: true);

            migrationBuilder.CreateIndex(name: "IX_LiveSessions_OriginId", table: "LiveSessions", column: "OriginId");

            migrationBuilder.CreateIndex(name: "IX_Notices_FromId", table: "Notices", column: "FromId");

            migrationBuilder.CreateIndex(name: "IX_Notices_PersonId_SeenAt", table: "Notices", columns: new[] { "PersonId", "SeenAt" });

            migrationBuilder.CreateIndex(name: "IX_Nudges_PersonId_At", table: "Nudges", columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OutsideCopies_OwnerId_SharedAt_Id",
                table: "OutsideCopies",
                columns: new[] { "OwnerId", "SharedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_OutsideCopies_SecretHash", table: "OutsideCopies", column: "SecretHash", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMeetings_PartnershipId_On",
                table: "PartnerMeetings",
                columns: new[] { "PartnershipId", "On" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PartnerNotes_MeetingId_OwnerId_Use",
                table: "PartnerNotes",
                columns: new[] { "MeetingId", "OwnerId", "Use" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PartnerNotes_OwnerId_WrittenAt_Id",
                table: "PartnerNotes",
                columns: new[] { "OwnerId", "WrittenAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_PartnerNotes_PartnershipId", table: "PartnerNotes", column: "PartnershipId");

            migrationBuilder.CreateIndex(name: "IX_PartnerNotesWishes_PersonId", table: "PartnerNotesWishes", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerOfferLines_Area_Code_OfferId",
                table: "PartnerOfferLines",
                columns: new[] { "Area", "Code", "OfferId" }
            );

            migrationBuilder.CreateIndex(name: "IX_PartnerOffers_OwnerId", table: "PartnerOffers", column: "OwnerId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnershipMembers_PersonId_PartnershipId",
                table: "PartnershipMembers",
                columns: new[] { "PersonId", "PartnershipId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Partnerships_OwnerId_State",
                table: "Partnerships",
                columns: new[] { "OwnerId", "State" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Partnerships_State_ExpiresAt",
                table: "Partnerships",
                columns: new[] { "State", "ExpiresAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_PublishedStories_Archetype", table: "PublishedStories", column: "Archetype");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedStories_PublishedAt_Id",
                table: "PublishedStories",
                columns: new[] { "PublishedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_PublishedStories_TellerId", table: "PublishedStories", column: "TellerId");

            migrationBuilder.CreateIndex(name: "IX_Rhythms_CalendarHash", table: "Rhythms", column: "CalendarHash");

            migrationBuilder.CreateIndex(name: "IX_Rhythms_PersonId", table: "Rhythms", column: "PersonId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_SessionAnswers_LandedIn", table: "SessionAnswers", column: "LandedIn");

            migrationBuilder.CreateIndex(name: "IX_SessionAnswers_OwnerId", table: "SessionAnswers", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionAnswers_SessionId_Stage_OwnerId",
                table: "SessionAnswers",
                columns: new[] { "SessionId", "Stage", "OwnerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_SessionMembers_AssignmentId", table: "SessionMembers", column: "AssignmentId");

            migrationBuilder.CreateIndex(name: "IX_SessionMembers_OwnerId", table: "SessionMembers", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionMembers_SessionId_OwnerId",
                table: "SessionMembers",
                columns: new[] { "SessionId", "OwnerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_SharedIdeas_OutsideCopyId", table: "SharedIdeas", column: "OutsideCopyId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedIdeas_OwnerId_AddedAt_Id",
                table: "SharedIdeas",
                columns: new[] { "OwnerId", "AddedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_SharedIdeas_ShareId", table: "SharedIdeas", column: "ShareId");

            migrationBuilder.CreateIndex(name: "IX_StaffingEntries_OwnerId", table: "StaffingEntries", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffingEntries_TalkId_OwnerId",
                table: "StaffingEntries",
                columns: new[] { "TalkId", "OwnerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_StaffingTalks_EndsOn_Id", table: "StaffingTalks", columns: new[] { "EndsOn", "Id" });

            migrationBuilder.CreateIndex(name: "IX_StaffingTalks_OwnerId", table: "StaffingTalks", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_TalkAsked_PersonId", table: "TalkAsked", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_TalkHolder_PersonId", table: "TalkHolder", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_VisitReflections_OwnerId", table: "VisitReflections", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_VisitReflections_VisitId", table: "VisitReflections", column: "VisitId", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Appointments");

            migrationBuilder.DropTable(name: "AppraisalSeasons");

            migrationBuilder.DropTable(name: "ChosenTellings");

            migrationBuilder.DropTable(name: "CircleCommitments");

            migrationBuilder.DropTable(name: "CircleMembers");

            migrationBuilder.DropTable(name: "CommunityFindings");

            migrationBuilder.DropTable(name: "CommunityMeetings");

            migrationBuilder.DropTable(name: "CommunityMemberships");

            migrationBuilder.DropTable(name: "ConditionEditions");

            migrationBuilder.DropTable(name: "GroupTalkSeats");

            migrationBuilder.DropTable(name: "Notices");

            migrationBuilder.DropTable(name: "Nudges");

            migrationBuilder.DropTable(name: "PartnerNotes");

            migrationBuilder.DropTable(name: "PartnerNotesWishes");

            migrationBuilder.DropTable(name: "PartnerOfferLines");

            migrationBuilder.DropTable(name: "PartnershipMembers");

            migrationBuilder.DropTable(name: "PublishedStories");

            migrationBuilder.DropTable(name: "SessionAnswers");

            migrationBuilder.DropTable(name: "SessionMembers");

            migrationBuilder.DropTable(name: "SharedIdeas");

            migrationBuilder.DropTable(name: "StaffingEntries");

            migrationBuilder.DropTable(name: "TalkAsked");

            migrationBuilder.DropTable(name: "TalkHolder");

            migrationBuilder.DropTable(name: "VisitReflections");

            migrationBuilder.DropTable(name: "Rhythms");

            migrationBuilder.DropTable(name: "CircleMeetings");

            migrationBuilder.DropTable(name: "Communities");

            migrationBuilder.DropTable(name: "Conditions");

            migrationBuilder.DropTable(name: "GroupTalks");

            migrationBuilder.DropTable(name: "PartnerMeetings");

            migrationBuilder.DropTable(name: "PartnerOffers");

            migrationBuilder.DropTable(name: "GrowthStories");

            migrationBuilder.DropTable(name: "LiveSessions");

            migrationBuilder.DropTable(name: "OutsideCopies");

            migrationBuilder.DropTable(name: "StaffingTalks");

            migrationBuilder.DropTable(name: "AlongsideVisits");

            migrationBuilder.DropTable(name: "Circles");

            migrationBuilder.DropTable(name: "Partnerships");

            migrationBuilder.DropTable(name: "LearningOffers");

            migrationBuilder.DropColumn(name: "Stance", table: "Answers");
        }
    }
}
